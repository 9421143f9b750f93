namespace ProfileSchema;

/// <summary>How much a finding matters.</summary>
public enum BatchFindingSeverity
{
    /// <summary>The service may take it, but hardly as it was meant.</summary>
    Warning,

    /// <summary>The service refuses it, or reads something else than was meant.</summary>
    Error,
}

/// <summary>Something in a batch file that departs from a clause of docs/reference/protocol.md.</summary>
/// <param name="Line">The line, counted from 1; the header is line 1.</param>
/// <param name="Column">The byte of the line where it begins, counted from 1.</param>
/// <param name="Rule">The id of the clause, such as <c>BATCH-1</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong and what to do, in words that hold neither a key nor a value (HTTP-2).</param>
public readonly record struct BatchFinding(
    long Line,
    int Column,
    string Rule,
    BatchFindingSeverity Severity,
    string Message
)
{
    /// <summary>
    /// The same place as <see cref="Column"/> in UTF-16 code units, as editors and SARIF count, also from 1. A byte that is no UTF-8
    /// counts as the replacement character that an editor shows for it.
    /// </summary>
    public int Utf16Column { get; init; } = Column;
}
