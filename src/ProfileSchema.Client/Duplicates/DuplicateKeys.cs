namespace ProfileSchema.Client;

/// <summary>What a bulk update does with a profile whose key came before in the same run (BATCH-7).</summary>
public enum DuplicateKeys
{
    /// <summary>
    /// Sends it and counts it (<see cref="BulkResult.Duplicates"/>). With v2 of the API its row overrides what the one before set,
    /// also the parameters that it leaves out, if no visit comes between.
    /// </summary>
    Report,

    /// <summary>Rejects it, with <see cref="RejectionReason.KeyRepeated"/>: the first profile of a key stands.</summary>
    Reject,
}
