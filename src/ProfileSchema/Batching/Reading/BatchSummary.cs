namespace ProfileSchema;

/// <summary>What a batch file holds, as far as it was read. No key and no value.</summary>
public sealed class BatchSummary
{
    /// <summary>Bytes of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>Rows, the header not counted.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows that have a key and no value, and so update nothing (BATCH-6).</summary>
    public required long EmptyRows { get; init; }

    /// <summary>Keys that can be read and came here for the first time.</summary>
    public required long DistinctKeys { get; init; }

    /// <summary>Rows whose key came before (BATCH-7).</summary>
    public required long DuplicateKeys { get; init; }

    /// <summary>Characters (UTF-16 units) of the longest value, decoded; 0 if there is none.</summary>
    public required int LongestValue { get; init; }

    /// <summary>Which of Target's keys the rows have; null if the header does not say.</summary>
    public required ProfileKeyKind? KeyKind { get; init; }

    /// <summary>Parameters of the header.</summary>
    public required int Parameters { get; init; }

    /// <summary>The names of the header that belong to the system (NAME-3).</summary>
    public required IReadOnlyList<string> SystemNames { get; init; }

    /// <summary>Findings of severity <see cref="BatchFindingSeverity.Error"/>.</summary>
    public required long Errors { get; init; }

    /// <summary>Findings of severity <see cref="BatchFindingSeverity.Warning"/>.</summary>
    public required long Warnings { get; init; }

    /// <summary>The counts; no name.</summary>
    public override string ToString() => $"{Rows} rows, {Bytes} bytes, {Errors} errors, {Warnings} warnings";
}
