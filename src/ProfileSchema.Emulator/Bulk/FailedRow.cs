namespace ProfileSchema.Emulator;

/// <summary>Specifies why a row of a batch was not applied.</summary>
public enum RowFailure
{
    /// <summary>The row could not be read or is invalid.</summary>
    Declined,

    /// <summary>The batch is v1 and the profile does not exist (BULK-1).</summary>
    ProfileNotFound,

    /// <summary>A fault made the row fail.</summary>
    Failed,

    /// <summary>A fault dropped the row, and the status counts it as updated (BULK-8).</summary>
    Lost,
}

/// <summary>Describes a row of a batch that was not applied.</summary>
/// <param name="Row">The row, counted from 1, the header not counted.</param>
/// <param name="Key">The decoded key, or null if it could not be read.</param>
/// <param name="Failure">The kind of failure.</param>
/// <param name="Rule">The ID of the protocol rule that the row violates, or null if there is none.</param>
/// <param name="Reason">The reason, without IDs and values (HTTP-2).</param>
public sealed record FailedRow(int Row, string? Key, RowFailure Failure, string? Rule, string Reason)
{
    /// <summary>Returns the row and the reason, without the key, which is personal data (HTTP-2).</summary>
    public override string ToString() => $"Row {Row}: {Reason}";
}
