namespace ProfileSchema.Client;

/// <summary>How a bulk update runs. The defaults suit a run that may take as long as it needs.</summary>
public sealed class BulkOptions
{
    /// <summary>
    /// The version of the bulk API. Null, the default, is v2 for profiles keyed by the customer's id. For profiles keyed by
    /// pcId there is no default: v2 is meant for accounts without Experience Cloud ids, v1 for those with them (ID-5).
    /// </summary>
    public BatchApiVersion? Version { get; init; }

    /// <summary>Rows of a file, 1 to 500,000, which is the default (BATCH-5).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less or more.</exception>
    public int MaxRowsPerFile
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ProfileLimits.BatchRows);
            field = value;
        }
    } = ProfileLimits.BatchRows;

    /// <summary>
    /// How many files may be under way at a time, 1 by default. Whatever it is, a file that repeats a key of an earlier one is
    /// sent alone, since files for one key must arrive in order (BATCH-7, BULK-7).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 1 or more than 10.</exception>
    public int Concurrency
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 10);
            field = value;
        }
    } = 1;

    /// <summary>
    /// How often a file is sent until the service takes it, 10 times by default: again after 503 and 429, another failure of the
    /// service, or one of the network, after a pause (BULK-5, BULK-6, BULK-7).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 1.</exception>
    public int MaxAttempts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 10;

    /// <summary>How long after its first attempt a file is still sent again: one hour by default, at most a day (BULK-7).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative span, or to more than a day.</exception>
    public TimeSpan RetryTimeout
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1));
            field = value;
        }
    } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long an accepted file's status is followed, one hour by default. After that its fate counts as unknown. Zero does
    /// not ask for statuses at all.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative span.</exception>
    public TimeSpan StatusTimeout
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromHours(1);

    /// <summary>
    /// The pause before a file's status is first asked: one minute by default, since it is almost never complete earlier, and
    /// each call counts against the account's 50 a minute (BULK-5, STATUS-5). Further pauses grow up to five times of it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to zero or a negative span.</exception>
    public TimeSpan StatusInterval
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What becomes of a profile whose key came before in the run. By default it is sent and counted. About 40 bytes a key are
    /// kept in memory to find them.
    /// </summary>
    public DuplicateKeys Duplicates { get; init; }

    /// <summary>
    /// With <see cref="DuplicateKeys.Merge"/>, how many rows wait for further profiles of their keys before they go into a file:
    /// 10,000 by default. As many encoded rows are kept in memory, of 64,000 bytes each at most.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 1.</exception>
    public int MergeWindow
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 10_000;

    /// <summary>
    /// A directory for a durable run, of its own for each run. Every file is on disk before it is sent; a run that was cut off
    /// goes on when it is started again with the same source, options and directory (docs/bulk.md). Null, the default, keeps
    /// nothing on disk.
    /// </summary>
    public string? Spool { get; init; }

    /// <summary>
    /// Whether files of the spool that are more than a day old are sent all the same. False by default, since they may undo what
    /// came after them (BULK-7).
    /// </summary>
    public bool ResendsOldFiles { get; init; }

    /// <summary>Is told of every rejected profile, in order. The result keeps the first thousand only.</summary>
    public Action<RejectedProfile>? OnRejected { get; init; }
}
