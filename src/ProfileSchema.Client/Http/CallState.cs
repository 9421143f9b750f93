namespace ProfileSchema.Client.Http;

/// <summary>What one call of the client brings to the pipeline of its attempts, and what the pipeline remembers of it.</summary>
internal sealed class CallState
{
    /// <summary>What each attempt counts against; null for calls that no quota counts.</summary>
    public QuotaKind? Quota { get; init; }

    /// <summary>Whether it carries no token, also where the account requires one for other calls.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public required TimeSpan AttemptTimeout { get; init; }

    public required int MaxAttempts { get; init; }

    /// <summary>How long after the beginning of the first attempt another may still begin.</summary>
    public required TimeSpan RetryTimeout { get; init; }

    /// <summary>How long to pause after a failure, or null where trying again is of no use.</summary>
    public required Func<AttemptFailure, TimeSpan?> Pause { get; init; }

    /// <summary>Ends the waiting for a permit; an attempt that has begun goes on.</summary>
    public CancellationToken PermitDeadline { get; init; }

    /// <summary>Called with what the call waits for next.</summary>
    public Action<CallWait>? OnWaiting { get; init; }

    /// <summary>When its first attempt began; null before, while it waits for a permit.</summary>
    public long? BegunAt { get; set; }

    public TimeSpan NextPause { get; set; }

    /// <summary>The token of the present attempt.</summary>
    public string? Token { get; set; }

    public bool IsTokenReplaced { get; set; }
}

/// <summary>What a call waits for.</summary>
internal enum CallWait
{
    Nothing,
    Quota,
    Retry,
    StatusPosition,
}
