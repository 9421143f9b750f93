namespace ProfileSchema.Client;

/// <summary>Configures a bulk update. The defaults suit a run that may take as long as it needs.</summary>
/// <remarks>
/// A run copies its options when it begins and validates them then; later changes have no effect on it. Because the type is a
/// record, a <c>with</c> expression makes a variant.
/// </remarks>
/// <example>
/// <code>
/// var options = new BulkOptions { MaxConcurrency = 4, DuplicateHandling = DuplicateHandling.Merge };
/// BulkResult tonight = await client.UpdateManyAsync(members, options with { SpoolDirectory = "/var/lib/profiles/tonight" });
/// </code>
/// </example>
public sealed record BulkOptions
{
    private const int ConcurrencyLimit = 10;

    /// <summary>
    /// Gets or sets the version of the Bulk Profile Update API. The default is <see langword="null"/>, which means v2 for profiles
    /// keyed by <c>thirdPartyId</c>. Profiles keyed by <c>pcId</c> have no default: use v2 for an account without Experience Cloud
    /// ids, v1 for an account with them (ID-5).
    /// </summary>
    public BatchApiVersion? ApiVersion { get; set; }

    /// <summary>Gets or sets the maximum number of rows in a file, from 1 to 500,000. The default is 500,000 (BATCH-5).</summary>
    public int MaxRowsPerFile { get; set; } = ProfileLimits.BatchRows;

    /// <summary>
    /// Gets or sets the maximum number of files that are uploaded at the same time, from 1 to 10. The default is 1. A file that
    /// repeats a key of an earlier file is always uploaded alone, because files for one key must arrive in order (BATCH-7, BULK-7).
    /// </summary>
    public int MaxConcurrency { get; set; } = 1;

    /// <summary>
    /// Gets or sets the maximum number of attempts to upload a file, at least 1. The default is 10. A file is retried after a back-off
    /// when the service responds with 503, 429 or another server error, or when the network fails (BULK-5, BULK-6, BULK-7). When the
    /// service declines the token, one more attempt is made with a new token, whatever the limit is (AUTH-3).
    /// </summary>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>
    /// Gets or sets how long after the start of its first attempt a file is still retried, from zero to one day. The default is one
    /// hour (BULK-7).
    /// </summary>
    public TimeSpan RetryTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets or sets how long the status of an accepted file is polled, from zero to one day. The default is one hour. The service keeps
    /// a status for one day at most (STATUS-4). After the timeout, rows without a status are counted as
    /// <see cref="BulkResult.StatusUnknown"/>. Set it to zero to skip status polling.
    /// </summary>
    public TimeSpan StatusTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets or sets the delay before the status of an accepted file is first requested, greater than zero and no more than one day. The
    /// default is one minute, because a batch is rarely complete earlier and each call counts against the account's 50 calls a minute
    /// (BULK-5, STATUS-5). Later delays grow up to five times this value.
    /// </summary>
    public TimeSpan StatusInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Gets or sets what happens to a profile whose key appeared earlier in the run. The default is
    /// <see cref="DuplicateHandling.Report"/>. Detection takes about 40 bytes of memory for each key.
    /// </summary>
    public DuplicateHandling DuplicateHandling { get; set; }

    /// <summary>
    /// Gets or sets how many rows wait for later profiles with the same key before they are written to a file, at least 1. The default
    /// is 10,000. Only <see cref="DuplicateHandling.Merge"/> uses it. The rows are kept in memory, encoded, with at most 64,000 bytes
    /// each.
    /// </summary>
    public int MergeWindow { get; set; } = 10_000;

    /// <summary>
    /// Gets or sets a directory that makes the run durable; each run needs a directory of its own. Every file is written to disk before
    /// it is uploaded, so that an interrupted run resumes when it is started again with the same source, options and directory. The
    /// default is <see langword="null"/>, which keeps nothing on disk.
    /// </summary>
    public string? SpoolDirectory { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether files in the spool that are more than one day old are still uploaded. The default is
    /// <see langword="false"/>, because they may undo later updates (BULK-7).
    /// </summary>
    public bool ResendExpiredFiles { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether users other than the owner may have access to <see cref="SpoolDirectory"/>. The default
    /// is <see langword="false"/>, because the spool contains personal data. Set it for volumes that have one mode for all files, such
    /// as Azure Files and CIFS, where everyone with access to the volume may read the data.
    /// </summary>
    public bool AllowSharedSpoolDirectory { get; set; }

    /// <summary>
    /// Gets or sets how many profiles the source is expected to contain, for <see cref="BulkProgress.ExpectedCount"/> only. The default
    /// is <see langword="null"/>. A source with more or fewer profiles is read completely.
    /// </summary>
    public long? ExpectedCount { get; set; }

    /// <summary>
    /// Gets or sets a callback that receives every rejected profile, in order. The result keeps only the first thousand. An exception
    /// of the callback ends the run.
    /// </summary>
    public Action<RejectedProfile>? OnRejected { get; set; }

    /// <summary>
    /// Gets or sets a callback that receives the result of each file once the run has nothing more to do for it: the status of the
    /// accepted file is known or no longer polled, or the file wasn't accepted after its last attempt. Files that an earlier run with
    /// the same <see cref="SpoolDirectory"/> completed are included; files that a run which ends early didn't finish are not. Calls
    /// don't overlap, and come in the order in which files are completed. An exception of the callback ends the run.
    /// </summary>
    public Action<BulkFileResult>? OnFileCompleted { get; set; }

    /// <summary>Copies the options, so that later changes have no effect, and validates the copy.</summary>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    internal BulkOptions ToValidated()
    {
        BulkOptions options = this with { };
        options.Validate();
        return options;
    }

    private void Validate()
    {
        Require(ApiVersion is null || Enum.IsDefined(ApiVersion.Value), nameof(ApiVersion), "must be V1 or V2");
        Require(
            MaxRowsPerFile is >= 1 and <= ProfileLimits.BatchRows,
            nameof(MaxRowsPerFile),
            "must be between 1 and 500,000"
        );
        Require(MaxConcurrency is >= 1 and <= ConcurrencyLimit, nameof(MaxConcurrency), "must be between 1 and 10");
        Require(MaxAttempts >= 1, nameof(MaxAttempts), "must be at least 1");
        Require(IsUpToADay(RetryTimeout), nameof(RetryTimeout), "must be between zero and one day");
        Require(
            IsUpToADay(StatusTimeout),
            nameof(StatusTimeout),
            "must be between zero and one day. To skip status polling, set it to zero"
        );
        Require(
            IsUpToADay(StatusInterval) && StatusInterval > TimeSpan.Zero,
            nameof(StatusInterval),
            "must be greater than zero and no more than one day. To skip status polling, set StatusTimeout to zero"
        );
        Require(Enum.IsDefined(DuplicateHandling), nameof(DuplicateHandling), "must be Report, Reject or Merge");
        Require(MergeWindow >= 1, nameof(MergeWindow), "must be at least 1");
        Require(
            SpoolDirectory is null || !string.IsNullOrWhiteSpace(SpoolDirectory),
            nameof(SpoolDirectory),
            "must not be blank. Omit it to keep nothing on disk"
        );
        Require(
            ExpectedCount is null or >= 0,
            nameof(ExpectedCount),
            "must not be negative. Omit it if the count isn't known"
        );
    }

    private static bool IsUpToADay(TimeSpan span) => span >= TimeSpan.Zero && span <= TimeSpan.FromDays(1);

    private static void Require(bool isValid, string option, string fault) =>
        OptionRules.Require(isValid ? null : fault, nameof(BulkOptions), option);
}

/// <summary>Specifies the version of the Bulk Profile Update API (BULK-1).</summary>
public enum BatchApiVersion
{
    /// <summary>Version 1 updates existing profiles and reports the others as not found.</summary>
    V1 = 1,

    /// <summary>Version 2 creates profiles that don't exist.</summary>
    V2 = 2,
}
