using System.Globalization;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Rows;

/// <summary>A row that cannot be sent: where it stands and why, never what it holds.</summary>
/// <param name="Line">The line on which it begins, counted from 1.</param>
/// <param name="Parameter">The parameter at fault, or null if it is the key or the whole row.</param>
/// <param name="Reason">A word for programs.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record RowRejection(long Line, string? Parameter, string Reason, string Message);

/// <summary>The rows of a file that cannot be sent: all counted, the first kept to be shown.</summary>
internal sealed class RowRejections
{
    private const int MaxKept = 1000;
    private const int MaxShown = 100;

    private readonly List<RowRejection> _kept = [];

    public long Count { get; private set; }

    /// <summary>Those that never reached the writer of batch files, since their source could not be read as a row.</summary>
    public long BeforeWriting { get; private set; }

    public IReadOnlyList<RowRejection> Kept => _kept;

    public void Add(long line, RejectedProfile rejected) =>
        Add(new RowRejection(line, rejected.Parameter, rejected.Reason.ToString(), rejected.Message));

    public void AddUnreadable(long line, string reason, string message)
    {
        BeforeWriting++;
        Add(new RowRejection(line, null, reason, message));
    }

    public void Write(string file, ToolConsole console)
    {
        foreach (RowRejection rejection in _kept.Take(MaxShown))
        {
            console.Warn(
                string.Create(CultureInfo.InvariantCulture, $"{file}:{rejection.Line} rejected: {rejection.Message}")
            );
        }

        if (Count > MaxShown)
        {
            console.Warn(
                string.Create(CultureInfo.InvariantCulture, $"{file}: {Count - MaxShown} further rows were rejected.")
            );
        }

        Explain(file, console);
    }

    private void Explain(string file, ToolConsole console)
    {
        if (_kept.Exists(rejection => rejection.Reason == nameof(RejectionReason.InvalidUnicode)))
        {
            console.Warn($"{file} holds bytes that are not in its encoding. If it has another one, say --encoding.");
        }
    }

    private void Add(RowRejection rejection)
    {
        Count++;
        if (_kept.Count < MaxKept)
        {
            _kept.Add(rejection);
        }
    }
}
