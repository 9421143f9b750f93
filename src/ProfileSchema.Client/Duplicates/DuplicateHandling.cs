namespace ProfileSchema.Client;

/// <summary>Specifies what a bulk update does with a profile whose key appeared earlier in the same run (BATCH-7).</summary>
public enum DuplicateHandling
{
    /// <summary>
    /// The profile is sent and counted in <see cref="BulkResult.Duplicates"/>. With v2 of the API, its row overrides the earlier row,
    /// parameters that it omits included, unless the visitor was active in between.
    /// </summary>
    Report,

    /// <summary>The profile is rejected with <see cref="RejectionReason.KeyRepeated"/>. The first profile of a key is sent.</summary>
    Reject,

    /// <summary>
    /// The profile is merged into the earlier row, parameter by parameter: a value that isn't empty replaces the earlier one. Rows wait
    /// for later profiles as <see cref="BulkOptions.MergeWindow"/> specifies. If the earlier row has left the window, the profile is sent
    /// and counted as with <see cref="Report"/>.
    /// </summary>
    Merge,
}
