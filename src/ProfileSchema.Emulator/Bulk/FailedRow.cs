namespace ProfileSchema.Emulator;

/// <summary>Why a row of a batch set nothing.</summary>
public enum RowFailure
{
    /// <summary>It could not be read, or holds something that is never taken.</summary>
    Refused,

    /// <summary>It was in a v1 batch and its profile does not exist (BULK-1).</summary>
    ProfileNotFound,

    /// <summary>A fault made it fail.</summary>
    Failed,

    /// <summary>A fault lost it, and the status counts it as updated (BULK-8).</summary>
    Lost,
}

/// <summary>A row of a batch that set nothing although it should have.</summary>
/// <param name="Row">The row, 1 being the first below the header.</param>
/// <param name="Key">Whose profile it was meant for, decoded; null if that could not be read.</param>
/// <param name="Failure">Which kind of failure it was.</param>
/// <param name="Rule">The clause of the protocol that it broke; null if it broke none.</param>
/// <param name="Reason">Why. It holds no id and no value (HTTP-2).</param>
public sealed record FailedRow(int Row, string? Key, RowFailure Failure, string? Rule, string Reason)
{
    /// <summary>The place and the reason: a key is personal data (HTTP-2).</summary>
    public override string ToString() => $"Row {Row}: {Reason}";
}
