using System.Diagnostics;
using System.Text.Json;

namespace ProfileSchema.Benchmarks.Children;

/// <summary>
/// A part of this program in a process of its own that does its work each time it is told to, so that several of them are
/// measured in turn.
/// </summary>
internal sealed class Worker : IDisposable
{
    private readonly Process _process;

    private Worker(Process process) => _process = process;

    /// <summary>Starts a part and waits until it is ready.</summary>
    public static async Task<Worker> StartAsync(string part, params string[] arguments)
    {
        var worker = new Worker(Child.Start(part, arguments, isTold: true));
        _ = await worker.ReadLineAsync();
        return worker;
    }

    /// <summary>Has the work done once.</summary>
    public async Task<WorkerRun> RunAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        return JsonSerializer.Deserialize(await ReadLineAsync(), ChildJson.Default.WorkerRun)!;
    }

    /// <summary>The other side: does the work whenever the process that measures says so, and ends with it.</summary>
    public static async Task ServeAsync(Func<Task> work)
    {
        Console.WriteLine();
        while (await Console.In.ReadLineAsync() is not null)
        {
            using var process = Process.GetCurrentProcess();
            TimeSpan before = process.TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            await work();
            TimeSpan elapsed = clock.Elapsed;
            process.Refresh();
            var run = new WorkerRun(
                elapsed.TotalSeconds,
                (process.TotalProcessorTime - before).TotalSeconds,
                process.PeakWorkingSet64
            );
            Console.WriteLine(JsonSerializer.Serialize(run, ChildJson.Default.WorkerRun));
        }
    }

    private async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync()
        ?? throw new InvalidOperationException("A part of the benchmark ended before it was told to.");

    public void Dispose()
    {
        _process.StandardInput.Dispose();
        _process.WaitForExit();
        _process.Dispose();
    }
}

/// <summary>What one run took, by the clock and of the processors, and the most memory that its process had so far.</summary>
internal sealed record WorkerRun(double Seconds, double ProcessorSeconds, long PeakBytes);
