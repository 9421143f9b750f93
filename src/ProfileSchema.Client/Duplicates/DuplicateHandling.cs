namespace ProfileSchema.Client;

/// <summary>What a bulk update does with a profile whose key came before in the same run (BATCH-7).</summary>
public enum DuplicateHandling
{
    /// <summary>
    /// Sends it and counts it (<see cref="BulkResult.Duplicates"/>). With v2 of the API its row overrides what the one before set,
    /// also the parameters that it leaves out, if no visit comes between.
    /// </summary>
    Report,

    /// <summary>Rejects it, with <see cref="RejectionReason.KeyRepeated"/>: the first profile of a key stands.</summary>
    Reject,

    /// <summary>
    /// Joins it with the row before, parameter by parameter: a value that is not empty replaces the earlier one. Rows wait for that
    /// as long as <see cref="BulkOptions.MergeWindow"/> says; a profile whose key came earlier than that is sent and counted, as
    /// with <see cref="Report"/>.
    /// </summary>
    Merge,
}
