namespace ProfileSchema.Client;

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
