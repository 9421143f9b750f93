using ProfileSchema.Client.Quota;

namespace ProfileSchema.Client;

/// <summary>The quota of an account whose calls are all made by this process: 50 calls a minute, 1,000,000 single updates a day, ten statuses.</summary>
/// <remarks>
/// <para>
/// Of the 50 uploads and status calls in any 60 seconds (BULK-5), ten are reserved for uploads and ten for status calls, so that neither
/// kind can hold the other up. The remaining 30 go by order of arrival. After a 503 no upload or status call begins until the service's
/// <c>Retry-After</c>, or 65 seconds, have passed.
/// </para>
/// <para>
/// Processes don't see each other's local quota. Give each a share of the numbers, or derive from <see cref="AccountQuota"/>.
/// </para>
/// </remarks>
public sealed class LocalAccountQuota : AccountQuota
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>A day is kept in steps of a minute: 1,440 numbers, and permits that come back up to a minute late.</summary>
    private static readonly TimeSpan DayStep = TimeSpan.FromMinutes(1);

    private readonly PermitWindow _calls;
    private readonly PermitWindow _singleUpdates;
    private readonly StatusPositions _positions = new();

    /// <summary>Initializes a new instance of the <see cref="LocalAccountQuota"/> class.</summary>
    /// <param name="options">The numbers of the quota; null for the whole account. Later changes to it have no effect.</param>
    /// <param name="timeProvider">The clock; null for the system's. Only its timestamps count, so that setting the time gives no permits.</param>
    /// <exception cref="ArgumentException">An option is not valid; the message names it.</exception>
    public LocalAccountQuota(AccountQuotaOptions? options = null, TimeProvider? timeProvider = null)
    {
        options ??= new AccountQuotaOptions();
        foreach (OptionFault fault in options.Faults())
        {
            throw OptionRules.Invalid(nameof(AccountQuotaOptions), fault.Option, fault.Fault);
        }

        timeProvider ??= TimeProvider.System;
        int calls = options.CallsPerMinute;
        _calls = new PermitWindow(timeProvider, Minute, TimeSpan.Zero, calls);
        _singleUpdates = new PermitWindow(timeProvider, Day, DayStep, options.SingleUpdatesPerDay);
        Uploads = new PermitShare(calls - options.StatusReserve);
        StatusCalls = new PermitShare(calls - options.UploadReserve);
        SingleUpdates = new PermitShare(options.SingleUpdatesPerDay);
    }

    private PermitShare Uploads { get; }

    private PermitShare StatusCalls { get; }

    private PermitShare SingleUpdates { get; }

    /// <inheritdoc/>
    public override ValueTask<QuotaPermit> AcquireAsync(
        QuotaKind kind,
        CancellationToken cancellationToken = default
    ) =>
        kind switch
        {
            QuotaKind.Upload => _calls.AcquireAsync(Uploads, cancellationToken),
            QuotaKind.Status => _calls.AcquireAsync(StatusCalls, cancellationToken),
            QuotaKind.SingleUpdate => _singleUpdates.AcquireAsync(SingleUpdates, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The kind isn't a member of QuotaKind."),
        };

    /// <inheritdoc/>
    public override ValueTask ReportThrottledAsync(TimeSpan backOff, CancellationToken cancellationToken = default)
    {
        _calls.HoldFor(backOff);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask<StatusPosition> TakeStatusPositionAsync(
        bool isFollowed,
        CancellationToken cancellationToken = default
    ) => _positions.TakeAsync(isFollowed, cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _calls.Dispose();
            _singleUpdates.Dispose();
            _positions.Dispose();
        }

        base.Dispose(disposing);
    }
}
