using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Tests.Running;

/// <summary>A command that runs in the process of the tests until it is stopped.</summary>
internal sealed class StartedTool : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly LineWriter _output;
    private readonly StringWriter _error = new();
    private readonly Task<int> _run;

    private StartedTool(string text, string[] arguments)
    {
        _output = new LineWriter(text);
        var console = new ToolConsole(
            _output,
            TextWriter.Synchronized(_error),
            () => throw new NotSupportedException("A command that goes on writes lines.")
        );
        _run = Task.Run(() => ToolRoot.RunAsync(arguments, console, _stop.Token));
    }

    /// <summary>What was written so far.</summary>
    public string Output => _output.Text;

    public static async Task<StartedTool> StartAsync(string text, string[] arguments)
    {
        var tool = new StartedTool(text, arguments);
        if (await Task.WhenAny(tool._output.IsWritten, tool._run) == tool._run)
        {
            Assert.Fail($"It ended with {await tool._run} before it wrote '{text}': {tool._error}");
        }

        return tool;
    }

    /// <summary>Cancels the command, as Ctrl+C does.</summary>
    public async Task<ToolProcess> StopAsync()
    {
        await _stop.CancelAsync();
        return new ToolProcess(await _run, _output.Text, _error.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        await _output.DisposeAsync();
        await _error.DisposeAsync();
    }

    /// <summary>Tells when a line is written that begins with a text.</summary>
    private sealed class LineWriter(string start) : StringWriter
    {
        private readonly Lock _gate = new();
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsWritten => _written.Task;

        public string Text
        {
            get
            {
                lock (_gate)
                {
                    return ToString();
                }
            }
        }

        public override void WriteLine(string? value)
        {
            lock (_gate)
            {
                base.WriteLine(value);
            }

            if (value?.StartsWith(start, StringComparison.Ordinal) == true)
            {
                _written.TrySetResult();
            }
        }
    }
}
