using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;

namespace ProfileSchema.Client;

/// <summary>
/// The calls that an account may make: 50 bulk and status calls in any 60 seconds (BULK-5), 1,000,000 single updates in any 24
/// hours (SINGLE-5). Give one object to all clients of an account; a client that is given none has one of its own.
/// </summary>
/// <remarks>
/// <para>
/// Every attempt takes a permit and waits for it where there is none. A permit is held while the call runs and for a whole window
/// after its end, since nobody knows at which moment between the two the service counts the call.
/// </para>
/// <para>
/// Of the 50 bulk and status calls ten are kept for statuses and ten for uploads, so that neither can hold the other up; the other
/// 30 go by the order of asking.
/// </para>
/// <para>
/// If the service says all the same that the budget is used up (503), every bulk and status call waits until the time that the
/// service asked for is over, ten minutes at most, or 65 seconds if it did not say (BULK-5).
/// </para>
/// <para>
/// The service keeps the last ten statuses of an account (STATUS-4). Bulk updates that go on at the same time with one budget leave
/// each other room for them.
/// </para>
/// <para>
/// Several processes that share an account need a limiter that they share too: set <see cref="Uploads"/>,
/// <see cref="StatusCalls"/> and <see cref="SingleUpdates"/> to limiters of your own. The objects are then yours to dispose.
/// </para>
/// </remarks>
public sealed class ProfileAccountBudget : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>A day is kept in steps of a minute: 1,440 numbers, and permits that come back a minute late.</summary>
    private static readonly TimeSpan DayStep = TimeSpan.FromMinutes(1);

    private readonly RollingWindow _bulkWindow;
    private readonly RollingWindow _singleWindow;

    /// <summary>Makes the budget of an account.</summary>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="bulkCallsPerMinute">
    /// Bulk and status calls in any 60 seconds: 50, less what other programs use of the account's bulk, admin and reporting calls.
    /// </param>
    /// <param name="keptForStatus">
    /// How many of these no upload may take, so that statuses can be asked while files are sent. As many are kept for uploads, or
    /// all that are left to them.
    /// </param>
    /// <param name="singleUpdatesPerDay">Single updates in any 24 hours: 1,000,000, less what other programs send.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number leaves nothing for one of the kinds of calls.</exception>
    public ProfileAccountBudget(
        TimeProvider? timeProvider = null,
        int bulkCallsPerMinute = 50,
        int keptForStatus = 10,
        int singleUpdatesPerDay = 1_000_000
    )
    {
        const string budget = nameof(ProfileAccountBudget);
        OptionRange.Require(
            bulkCallsPerMinute,
            bulkCallsPerMinute >= 1,
            budget,
            "is less than 1. Give the account's bulk and status calls in any 60 seconds (BULK-5)",
            nameof(bulkCallsPerMinute)
        );
        OptionRange.Require(
            keptForStatus,
            keptForStatus >= 0 && keptForStatus < bulkCallsPerMinute,
            budget,
            "is negative or leaves no call for uploads. Give less than bulkCallsPerMinute",
            nameof(keptForStatus)
        );
        OptionRange.Require(
            singleUpdatesPerDay,
            singleUpdatesPerDay >= 1,
            budget,
            "is less than 1. Give the account's single updates in any 24 hours (SINGLE-5)",
            nameof(singleUpdatesPerDay)
        );
        timeProvider ??= TimeProvider.System;
        BulkPause = new AccountPause(timeProvider);
        _bulkWindow = new RollingWindow(timeProvider, bulkCallsPerMinute, Minute);
        _singleWindow = new RollingWindow(timeProvider, singleUpdatesPerDay, Day, DayStep);
        // As many are kept for uploads, where there are as many: neither kind can use up what the other lives on.
        int uploads = bulkCallsPerMinute - keptForStatus;
        int keptForUploads = Math.Min(keptForStatus, uploads);
        Uploads = new WindowLimiter(_bulkWindow, new WindowShare(uploads));
        StatusCalls = new WindowLimiter(_bulkWindow, new WindowShare(bulkCallsPerMinute - keptForUploads));
        SingleUpdates = new WindowLimiter(_singleWindow, new WindowShare(singleUpdatesPerDay));
    }

    /// <summary>Asked for one permit by every upload of a batch file, which disposes it when the call has ended.</summary>
    public RateLimiter Uploads
    {
        get;
        init => field = Require(value);
    }

    /// <summary>Asked for one permit by every question for a status. By default of the same window as <see cref="Uploads"/>.</summary>
    public RateLimiter StatusCalls
    {
        get;
        init => field = Require(value);
    }

    /// <summary>Asked for one permit by every single update.</summary>
    public RateLimiter SingleUpdates
    {
        get;
        init => field = Require(value);
    }

    /// <summary>The pause of bulk and status calls after a 503. It is kept whoever's limiters are used.</summary>
    internal AccountPause BulkPause { get; }

    /// <summary>The room for the statuses that the service keeps for the account (STATUS-4).</summary>
    internal StatusRoom StatusRoom { get; } = new();

    // Without one, calls would go uncounted.
    private static RateLimiter Require(RateLimiter? limiter, [CallerMemberName] string option = "") =>
        OptionRange.Require(
            limiter,
            limiter is not null,
            nameof(ProfileAccountBudget),
            "is null. Leave it alone for the permits of the budget itself",
            option
        )!;

    /// <summary>Ends the waiting of those who wait. Limiters of the caller's are not touched.</summary>
    public void Dispose()
    {
        _bulkWindow.Dispose();
        _singleWindow.Dispose();
    }
}
