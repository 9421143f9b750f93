namespace ProfileSchema.Client;

/// <summary>The share of an account's calls that a quota gives out. Read once, when the quota is created.</summary>
public sealed class AccountQuotaOptions
{
    private const int ShareOfReserve = 5;

    /// <summary>
    /// Gets or sets the uploads and status calls in any 60 seconds: 50 by default (BULK-5). Set less where other programs or instances
    /// call the bulk, admin or reporting APIs of the account.
    /// </summary>
    public int CallsPerMinute { get; set; } = 50;

    /// <summary>
    /// Gets or sets how many of <see cref="CallsPerMinute"/> only status calls may use, so that uploads cannot hold them up. The default,
    /// null, is a fifth: 10 of 50.
    /// </summary>
    public int? ReservedForStatus { get; set; }

    /// <summary>
    /// Gets or sets how many of <see cref="CallsPerMinute"/> only uploads may use, so that status calls cannot hold them up. The default,
    /// null, is a fifth: 10 of 50.
    /// </summary>
    public int? ReservedForUploads { get; set; }

    /// <summary>
    /// Gets or sets the single updates in any 24 hours: 1,000,000 by default (SINGLE-5). Set less where other programs or instances
    /// update profiles of the account.
    /// </summary>
    public int SingleUpdatesPerDay { get; set; } = 1_000_000;

    internal int StatusReserve => ReservedForStatus ?? CallsPerMinute / ShareOfReserve;

    internal int UploadReserve => ReservedForUploads ?? CallsPerMinute / ShareOfReserve;

    /// <summary>Whether another quota would be of the same size.</summary>
    internal bool IsSameAs(AccountQuotaOptions other) => Numbers() == other.Numbers();

    internal IEnumerable<OptionFault> Faults()
    {
        const string use = "Set it to what this program may use of the account's";
        (string Option, string? Fault)[] checks =
        [
            (
                nameof(CallsPerMinute),
                CallsPerMinute >= 1 ? null : $"must be at least 1. {use} 50 uploads and status calls a minute (BULK-5)"
            ),
            (nameof(ReservedForStatus), ReserveFault(ReservedForStatus, UploadReserve, nameof(ReservedForUploads))),
            (nameof(ReservedForUploads), ReserveFault(ReservedForUploads, StatusReserve, nameof(ReservedForStatus))),
            (
                nameof(SingleUpdatesPerDay),
                SingleUpdatesPerDay >= 1 ? null : $"must be at least 1. {use} 1,000,000 single updates a day (SINGLE-5)"
            ),
        ];
        return from check in checks where check.Fault is not null select new OptionFault(check.Option, check.Fault);
    }

    private (int, int, int, int) Numbers() => (CallsPerMinute, StatusReserve, UploadReserve, SingleUpdatesPerDay);

    // Each kind needs a call that the other can't take.
    private string? ReserveFault(int? reserve, int other, string nameOfOther) =>
        reserve is null || CallsPerMinute < 1 ? null
        : reserve < 0 ? "must not be negative. Set it to 0 to reserve nothing"
        : reserve >= CallsPerMinute ? "must be less than CallsPerMinute, so that calls are left for the other kind"
        : reserve.Value + (long)other > CallsPerMinute ? $"and {nameOfOther} must be at most CallsPerMinute together"
        : null;
}
