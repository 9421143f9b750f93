using Spectre.Console;
using Spectre.Console.Rendering;

namespace ProfileSchema.Tool.Output;

/// <summary>A bar on a terminal while something takes long; nothing elsewhere.</summary>
internal sealed class ProgressBar : IProgress<double>
{
    private readonly ProgressTask? _task;

    private ProgressBar(ProgressTask? task) => _task = task;

    /// <summary>Does the work under a bar that goes away when the work is done.</summary>
    public static async Task<T> RunAsync<T>(
        ToolConsole console,
        bool isShown,
        string title,
        Func<ProgressBar, Task<T>> work
    )
    {
        if (!isShown || !console.IsErrorTerminal)
        {
            return await work(new ProgressBar(null));
        }

        return await console
            .CreateScreen()
            .Progress()
            .AutoClear(true)
            .Columns(
                new SafeDescription(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(screen =>
                work(new ProgressBar(screen.AddTask(Markup.Escape(SafeText.Clean(title)), maxValue: 1)))
            );
    }

    /// <summary>How much is done, from 0 to 1.</summary>
    public void Report(double value)
    {
        if (_task is not null)
        {
            _task.Value = Math.Min(value, 1);
        }
    }

    /// <summary>Says beside the bar what goes on.</summary>
    public void Describe(string text)
    {
        if (_task is not null)
        {
            _task.Description = Markup.Escape(SafeText.Clean(text));
        }
    }

    /// <summary>Shows that something goes on of which nobody knows how much is left.</summary>
    public void Indeterminate(bool isIndeterminate)
    {
        if (_task is not null)
        {
            _task.IsIndeterminate = isIndeterminate;
        }
    }

    private sealed class SafeDescription : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Markup(task.Description).Overflow(Overflow.Ellipsis);
    }
}
