using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace ProfileSchema.SampleTests;

/// <summary>A sample that runs as a program of its own, as its README says, and what it has printed.</summary>
internal sealed class Sample : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly List<(string Text, TaskCompletionSource<string> Found)> _awaited = [];
    private readonly Lock _gate = new();

    private Sample(Process process) => _process = process;

    public string Output
    {
        get
        {
            lock (_gate)
            {
                return _output.ToString();
            }
        }
    }

    /// <param name="sample">The folder of its project below samples.</param>
    public static Sample Start(string sample, params string[] arguments)
    {
        string program = Path.Combine(
            Metadata("Samples"),
            sample,
            "bin",
            Metadata("Configuration"),
            "net10.0",
            Path.GetFileName(sample) + ".dll"
        );
        var start = new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Where a comma is the decimal point, which nothing that is read or sent may depend on.
        start.Environment["LC_ALL"] = "de_DE.UTF-8";
        var process = new Process { StartInfo = start };
        var running = new Sample(process);
        process.OutputDataReceived += (_, line) => running.Add(line.Data);
        process.ErrorDataReceived += (_, line) => running.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return running;
    }

    /// <summary>The first line that holds a text, as soon as it is printed.</summary>
    public Task<string> LineAsync(string text)
    {
        lock (_gate)
        {
            string? line = Output.Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal));
            if (line is not null)
            {
                return Task.FromResult(line);
            }

            var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((text, found));
            return found.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
    }

    public async Task<int> ExitAsync()
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await ExitAsync();
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        using Process kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Add(string? line)
    {
        lock (_gate)
        {
            _output.Append(line).Append('\n');
            foreach ((string text, TaskCompletionSource<string> found) in _awaited)
            {
                if (line?.Contains(text, StringComparison.Ordinal) is true)
                {
                    found.TrySetResult(line);
                }
            }
        }
    }

    private static string Metadata(string key) =>
        typeof(Sample)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;
}
