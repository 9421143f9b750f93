namespace ProfileSchema.Client;

/// <summary>Keeps the calls of one account of Adobe Target within the limits of the service, and lets calls wait for their turn.</summary>
/// <remarks>
/// <para>
/// A quota belongs to an account, not to a client: give all clients of an account the same object
/// (<see cref="ProfileClientOptions.Quota"/>). <see cref="LocalAccountQuota"/>, the default, counts the calls of one process. Derive
/// from this class to count those of several processes in a store that they share.
/// </para>
/// <para>
/// An implementation is used by all threads at once. It waits instead of failing, serves the calls of a kind in order of arrival, and
/// measures time by the clock of its store. It identifies nothing by an object of one process, so that a store can implement it. An
/// exception that it throws ends the call that asked, with an error that names the implementation.
/// </para>
/// </remarks>
public abstract class AccountQuota : IDisposable, IAsyncDisposable
{
    /// <summary>Waits until the account may make a call of that kind, and counts the call (BULK-5, SINGLE-5).</summary>
    /// <param name="kind">The kind of the call.</param>
    /// <param name="cancellationToken">Ends the wait. A call that was canceled while it waited isn't counted.</param>
    /// <returns>The permit for one call. Dispose of it when the call has ended: only then its time begins to run out.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The quota was disposed.</exception>
    public abstract ValueTask<QuotaPermit> AcquireAsync(QuotaKind kind, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reports that the service answered 503 to an upload or a status call, which means that it counts more calls than this quota
    /// (BULK-5). Every upload and status call waits until the back-off has passed; single updates don't.
    /// </summary>
    /// <param name="backOff">The time to wait from now on, ten minutes at most. A longer back-off that runs already isn't shortened.</param>
    /// <param name="cancellationToken">Ends the report.</param>
    /// <returns>A task that completes when the back-off is in effect.</returns>
    public abstract ValueTask ReportThrottledAsync(TimeSpan backOff, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes the next status position for an attempt to upload a file, and waits while the attempt could push out a status that is
    /// still followed: the service keeps the statuses of the last ten submissions of an account (STATUS-4).
    /// </summary>
    /// <param name="isFollowed">
    /// Whether the status will be asked for, so that later attempts have to wait for it. An attempt that isn't followed takes a
    /// position all the same, since it may push out the status of another.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The position. Dispose of it when nobody follows the attempt any longer.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The quota was disposed.</exception>
    public abstract ValueTask<StatusPosition> TakeStatusPositionAsync(
        bool isFollowed,
        CancellationToken cancellationToken = default
    );

    /// <summary>Ends the waiting of all calls with an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the waiting of all calls with an <see cref="ObjectDisposedException"/>.</summary>
    /// <returns>A task that completes when the quota has let go of its store.</returns>
    public virtual ValueTask DisposeAsync()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Releases what the quota holds.</summary>
    /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing) { }
}

/// <summary>Specifies which limit of the service a call counts against.</summary>
public enum QuotaKind
{
    /// <summary>The upload of a batch file: one of the 50 calls a minute (BULK-5).</summary>
    Upload,

    /// <summary>A call for the status of a batch: one of the same 50 calls a minute (BULK-5).</summary>
    Status,

    /// <summary>The update of one profile: one of the 1,000,000 a day (SINGLE-5).</summary>
    SingleUpdate,
}

/// <summary>Allows one call. The owner disposes of it when the call has ended, also when the call failed.</summary>
/// <remarks>
/// The service counts a call at some moment between its beginning and its end. A permit therefore counts from its grant until a whole
/// window after its call has ended, 60 seconds for an upload or a status call (BULK-5), 24 hours for a single update (SINGLE-5).
/// </remarks>
public abstract class QuotaPermit : IAsyncDisposable
{
    /// <summary>Reports that the call has ended. Further calls have no effect.</summary>
    /// <returns>A task that completes when the end is recorded.</returns>
    public abstract ValueTask DisposeAsync();
}

/// <summary>
/// The place of an attempt to upload a file among the submissions of an account, of which the service keeps the last ten statuses
/// (STATUS-4). The owner disposes of it when nobody follows the attempt any longer.
/// </summary>
public abstract class StatusPosition : IAsyncDisposable
{
    /// <summary>
    /// Reports that the attempt has ended: if the service made a batch of it, it has done so by now. Until then an attempt that begins
    /// later may get its status before this one. Further calls have no effect.
    /// </summary>
    /// <returns>A task that completes when the end is recorded.</returns>
    public abstract ValueTask EndAttemptAsync();

    /// <summary>Ends the attempt and gives the position up, so that later attempts no longer wait for it. Further calls have no effect.</summary>
    /// <returns>A task that completes when the position is given up.</returns>
    public abstract ValueTask DisposeAsync();
}
