namespace ProfileSchema;

/// <summary>Contains the counts of a batch file, as far as it was read, without keys and values.</summary>
public sealed class BatchSummary
{
    /// <summary>Gets the number of bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Gets the number of rows, the header not counted.</summary>
    public required long Rows { get; init; }

    /// <summary>Gets the number of rows that have a key but no value, and so update nothing (BATCH-6).</summary>
    public required long EmptyRows { get; init; }

    /// <summary>Gets the number of valid keys that occurred for the first time.</summary>
    public required long DistinctKeys { get; init; }

    /// <summary>Gets the number of rows whose key occurred before (BATCH-7).</summary>
    public required long DuplicateKeys { get; init; }

    /// <summary>Gets the length of the longest decoded value, in UTF-16 characters, or 0 if there is no value.</summary>
    public required int LongestValue { get; init; }

    /// <summary>Gets the kind of key that the rows have, or null if the header does not specify it.</summary>
    public required ProfileKeyKind? KeyKind { get; init; }

    /// <summary>Gets the number of parameters in the header.</summary>
    public required int Parameters { get; init; }

    /// <summary>Gets the names in the header that are reserved for the system (NAME-3).</summary>
    public required IReadOnlyList<string> SystemNames { get; init; }

    /// <summary>Gets the number of findings with <see cref="BatchFindingSeverity.Error"/>.</summary>
    public required long Errors { get; init; }

    /// <summary>Gets the number of findings with <see cref="BatchFindingSeverity.Warning"/>.</summary>
    public required long Warnings { get; init; }

    /// <summary>Returns the counts, without names.</summary>
    public override string ToString() => $"{Rows} rows, {Bytes} bytes, {Errors} errors, {Warnings} warnings";
}
