namespace ProfileSchema.Client;

/// <summary>How one session update goes.</summary>
public sealed class SessionUpdateOptions
{
    /// <summary>
    /// Whether the service is told to answer with nothing but the receipt, 204 (DELIVERY-5). The result then holds no id. False by
    /// default.
    /// </summary>
    public bool IsBeacon { get; init; }

    /// <summary>
    /// How often the call is tried, 1 by default: each attempt may be metered (DELIVERY-4). Where it is more, it is tried again after
    /// 420, 429, a failure of the service or one of the network, after a pause, as long as
    /// <see cref="ProfileClientOptions.RequestTimeout"/> has not passed since the first attempt began.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 1.</exception>
    public int MaxAttempts
    {
        get;
        init =>
            field = OptionRange.Require(
                value,
                value >= 1,
                nameof(SessionUpdateOptions),
                "is less than 1. Set it to 1 for a call that is made once"
            );
    } = 1;
}
