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
