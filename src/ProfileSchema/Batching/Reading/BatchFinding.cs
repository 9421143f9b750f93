namespace ProfileSchema;

/// <summary>Specifies the severity of a finding in a batch file.</summary>
public enum BatchFindingSeverity
{
    /// <summary>The service may accept the content, but probably not with the intended meaning.</summary>
    Warning,

    /// <summary>The service declines the content or reads something else than intended.</summary>
    Error,
}

/// <summary>Describes a violation of a protocol rule in a batch file.</summary>
/// <param name="Line">The line, counted from 1. The header is line 1.</param>
/// <param name="Column">The byte of the line at which the finding begins, counted from 1.</param>
/// <param name="Rule">The ID of the protocol rule, for example <c>BATCH-1</c>.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Message">What is wrong and how to fix it. The message contains neither a key nor a value (HTTP-2).</param>
public readonly record struct BatchFinding(
    long Line,
    int Column,
    string Rule,
    BatchFindingSeverity Severity,
    string Message
)
{
    /// <summary>
    /// Gets <see cref="Column"/> in UTF-16 code units, as editors and SARIF count, from 1. A byte that is not valid UTF-8 counts as the
    /// replacement character that an editor shows for it.
    /// </summary>
    public int Utf16Column { get; init; } = Column;
}
