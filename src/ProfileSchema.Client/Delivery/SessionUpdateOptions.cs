namespace ProfileSchema.Client;

/// <summary>Configures a session update. A call copies and validates its options when it begins.</summary>
public sealed class SessionUpdateOptions
{
    /// <summary>
    /// Gets or sets a value indicating whether the service responds with a receipt only, status 204 (DELIVERY-5), so that the result
    /// contains no id. The default is <see langword="false"/>.
    /// </summary>
    public bool IsBeacon { get; set; }

    /// <summary>
    /// Gets or sets the maximum number of attempts, at least 1. The default is 1, because each attempt may be billed (DELIVERY-4). With
    /// more attempts, the call is retried after 420, 429, a server error or a network failure, with a back-off, until
    /// <see cref="ProfileClientOptions.RequestTimeout"/> has passed since the first attempt began.
    /// </summary>
    public int MaxAttempts { get; set; } = 1;

    /// <exception cref="ArgumentException">An option is not valid.</exception>
    internal SessionUpdateOptions ToValidated()
    {
        var options = (SessionUpdateOptions)MemberwiseClone();
        OptionRules.Require(
            options.MaxAttempts >= 1 ? null : "must be at least 1",
            nameof(SessionUpdateOptions),
            nameof(MaxAttempts)
        );
        return options;
    }
}
