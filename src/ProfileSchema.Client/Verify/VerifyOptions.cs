namespace ProfileSchema.Client;

/// <summary>Configures a verification. A call copies and validates its options when it begins.</summary>
public sealed class VerifyOptions
{
    /// <summary>
    /// Gets or sets the time when sending of the profiles began, by the clock of <see cref="ProfileClientOptions.TimeProvider"/>. A
    /// difference in a profile that was last changed earlier is then reported as "not yet" instead of "different" or "missing". The
    /// default is <see langword="null"/>, which makes no such distinction.
    /// </summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>
    /// Gets or sets the time from the start of one fetch to the start of the next, from zero to one day. The default is 100
    /// milliseconds. Adobe documents no rate limit for fetches and doesn't bill them.
    /// </summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <exception cref="ArgumentException">An option is not valid.</exception>
    internal VerifyOptions ToValidated()
    {
        var options = (VerifyOptions)MemberwiseClone();
        bool isValid = options.Interval >= TimeSpan.Zero && options.Interval <= TimeSpan.FromDays(1);
        OptionRules.Require(
            isValid ? null : "must be between zero and one day",
            nameof(VerifyOptions),
            nameof(Interval)
        );
        return options;
    }
}
