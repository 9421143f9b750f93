namespace ProfileSchema.Client;

/// <summary>Configures how <see cref="ProfileClient.FollowBatchAsync"/> polls the status of a batch.</summary>
public sealed class FollowBatchOptions
{
    /// <summary>
    /// Gets or sets how long the status is polled, greater than zero and no more than one day. The default is one hour. The service keeps
    /// a status for one day at most (STATUS-4).
    /// </summary>
    public TimeSpan StatusTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets or sets the delay before the second request, greater than zero and no more than one day. The default is one minute, because
    /// each request counts against the account's 50 calls a minute (BULK-5, STATUS-5). Later delays grow up to five times this value.
    /// </summary>
    public TimeSpan StatusInterval { get; set; } = TimeSpan.FromMinutes(1);

    internal FollowBatchOptions ToValidated()
    {
        var options = (FollowBatchOptions)MemberwiseClone();
        Require(options.StatusTimeout, nameof(StatusTimeout));
        Require(options.StatusInterval, nameof(StatusInterval));
        return options;
    }

    private static void Require(TimeSpan span, string option) =>
        OptionRules.Require(OptionRules.SpanFault(span), nameof(FollowBatchOptions), option);
}
