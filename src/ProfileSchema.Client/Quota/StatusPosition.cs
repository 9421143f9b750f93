namespace ProfileSchema.Client;

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
