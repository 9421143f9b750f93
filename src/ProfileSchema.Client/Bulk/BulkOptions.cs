using System.Runtime.CompilerServices;

namespace ProfileSchema.Client;

/// <summary>How a bulk update runs. The defaults suit a run that may take as long as it needs.</summary>
public sealed class BulkOptions
{
    private const int ConcurrencyLimit = 10;

    /// <summary>
    /// The version of the bulk API. Null, the default, is v2 for profiles keyed by the customer's id. For profiles keyed by
    /// pcId there is no default: v2 is meant for accounts without Experience Cloud ids, v1 for those with them (ID-5).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to no member of the enumeration.</exception>
    public BatchApiVersion? ApiVersion
    {
        get;
        init =>
            field = Require(
                value,
                value is null || Enum.IsDefined(value.Value),
                "is no member of BatchApiVersion. Set it to V1 or V2"
            );
    }

    /// <summary>Rows of a file, 1 to 500,000, which is the default (BATCH-5).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less or more.</exception>
    public int MaxRowsPerFile
    {
        get;
        init =>
            field = Require(
                value,
                value is >= 1 and <= ProfileLimits.BatchRows,
                "is not within 1 and 500,000 (BATCH-5). Set how many rows a file gets"
            );
    } = ProfileLimits.BatchRows;

    /// <summary>
    /// How many files may be under way at a time, 1 by default. Whatever it is, a file that repeats a key of an earlier one is
    /// sent alone, since files for one key must arrive in order (BATCH-7, BULK-7).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 1 or more than 10.</exception>
    public int MaxConcurrency
    {
        get;
        init =>
            field = Require(
                value,
                value is >= 1 and <= ConcurrencyLimit,
                "is not within 1 and 10. Set how many files may be under way at a time"
            );
    } = 1;

    /// <summary>
    /// How often a file is sent until the service takes it, 10 times by default: again after 503 and 429, another failure of the
    /// service, or one of the network, after a pause (BULK-5, BULK-6, BULK-7). With a new token in place of one that was refused it is
    /// sent once more all the same (AUTH-3).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 1.</exception>
    public int MaxAttempts
    {
        get;
        init => field = Require(value, value >= 1, "is less than 1. Set it to 1 for files that are sent once");
    } = 10;

    /// <summary>How long after its first attempt a file is still sent again: one hour by default, at most a day (BULK-7).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative span, or to more than a day.</exception>
    public TimeSpan RetryTimeout
    {
        get;
        init =>
            field = Require(
                value,
                value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1),
                "is not within zero and a day (BULK-7). Set how long after its first attempt a file is still sent again"
            );
    } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long an accepted file's status is followed, one hour by default and at most a day, since the service keeps it no longer
    /// (STATUS-4). After that its fate counts as unknown, whether or not the quota had a permit for the last question. Zero does
    /// not ask for statuses at all.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative span, or to more than a day.</exception>
    public TimeSpan StatusTimeout
    {
        get;
        init =>
            field = Require(
                value,
                value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1),
                "is not within zero and a day (STATUS-4). Set how long a status is followed, or zero for none"
            );
    } = TimeSpan.FromHours(1);

    /// <summary>
    /// The pause before a file's status is first asked: one minute by default, since it is almost never complete earlier, and
    /// each call counts against the account's 50 a minute (BULK-5, STATUS-5). Further pauses grow up to five times of it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to zero, a negative span, or more than a day.</exception>
    public TimeSpan StatusInterval
    {
        get;
        init =>
            field = Require(
                value,
                value > TimeSpan.Zero && value <= TimeSpan.FromDays(1),
                "is not more than zero and at most a day. Set the pause before a status is asked, or StatusTimeout to zero for none"
            );
    } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What becomes of a profile whose key came before in the run. By default it is sent and counted. About 40 bytes a key are
    /// kept in memory to find them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to no member of the enumeration.</exception>
    public DuplicateHandling DuplicateHandling
    {
        get;
        init =>
            field = Require(
                value,
                Enum.IsDefined(value),
                "is no member of DuplicateHandling. Set it to Report, Reject or Merge"
            );
    }

    /// <summary>
    /// With <see cref="DuplicateHandling.Merge"/>, how many rows wait for further profiles of their keys before they go into a file:
    /// 10,000 by default. As many encoded rows are kept in memory, of 64,000 bytes each at most.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 1.</exception>
    public int MergeWindow
    {
        get;
        init =>
            field = Require(
                value,
                value >= 1,
                "is less than 1. Set how many rows wait to be joined, or another choice of DuplicateHandling"
            );
    } = 10_000;

    /// <summary>
    /// A directory for a durable run, of its own for each run. Every file is on disk before it is sent; a run that was cut off
    /// goes on when it is started again with the same source, options and directory (docs/how-to/bulk.md). Null, the default, keeps
    /// nothing on disk.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to an empty or blank name.</exception>
    public string? SpoolDirectory
    {
        get;
        init =>
            field = Require(
                value,
                value is null || !string.IsNullOrWhiteSpace(value),
                "is blank. Name a directory of the run's own, or leave it null for a run that keeps nothing on disk"
            );
    }

    /// <summary>
    /// Whether files of the spool that are more than a day old are sent all the same. False by default, since they may undo what
    /// came after them (BULK-7).
    /// </summary>
    public bool ResendExpiredFiles { get; init; }

    /// <summary>
    /// Whether the directory of <see cref="SpoolDirectory"/> may be open to others than its owner. False by default, since it holds personal
    /// data. For volumes that have one mode for everything, as Azure Files and CIFS have, where whoever can read the volume may
    /// (docs/how-to/bulk.md).
    /// </summary>
    public bool AllowSharedSpoolDirectory { get; init; }

    /// <summary>
    /// Gets the number of profiles that the source gives; only <see cref="BulkProgress.ExpectedCount"/> shows it. The default is null,
    /// which counts a collection and leaves the total of any other source unknown. A source that gives more or fewer is read all the same.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative number.</exception>
    public long? ExpectedCount
    {
        get;
        init =>
            field = Require(
                value,
                value is null or >= 0,
                "is negative. Set how many profiles the source gives, or leave it alone"
            );
    }

    /// <summary>Is told of every rejected profile, in order. The result keeps the first thousand only.</summary>
    public Action<RejectedProfile>? OnRejected { get; init; }

    private static T Require<T>(T value, bool isWithin, string fault, [CallerMemberName] string option = "") =>
        OptionRange.Require(value, isWithin, nameof(BulkOptions), fault, option);
}
