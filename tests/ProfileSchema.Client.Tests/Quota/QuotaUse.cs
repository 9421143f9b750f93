namespace ProfileSchema.Client.Tests.Quota;

/// <summary>Uses quotas as calls do.</summary>
internal static class QuotaUse
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Makes a call that ends at once, unless it would have to wait.</summary>
    public static async Task<bool> TryCallAsync(this AccountQuota quota, QuotaKind kind)
    {
        if (await quota.TryAcquireAsync(kind) is not { } permit)
        {
            return false;
        }

        await permit.DisposeAsync();
        return true;
    }

    /// <summary>Begins a call, unless it would have to wait.</summary>
    public static async Task<QuotaPermit?> TryAcquireAsync(this AccountQuota quota, QuotaKind kind)
    {
        using var cancel = new CancellationTokenSource();
        Task<QuotaPermit> call = quota.AcquireAsync(kind, cancel.Token).AsTask();
        if (call.IsCompleted)
        {
            return await call;
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        return null;
    }

    /// <summary>Makes calls that end at once until one would have to wait, and counts them.</summary>
    public static async Task<int> CallAllAsync(this AccountQuota quota, QuotaKind kind)
    {
        int calls = 0;
        while (await quota.TryCallAsync(kind))
        {
            calls++;
        }

        return calls;
    }

    public static Task<QuotaPermit> BeginAsync(this AccountQuota quota, QuotaKind kind) =>
        quota.AcquireAsync(kind, Cancellation).AsTask();
}
