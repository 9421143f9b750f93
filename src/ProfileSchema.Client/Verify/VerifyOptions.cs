namespace ProfileSchema.Client;

/// <summary>How profiles of a sample are verified.</summary>
public sealed class VerifyOptions
{
    /// <summary>
    /// When the sending of the profiles began, by the clock of the client's options. What differs and was last changed before is then
    /// "not yet" instead of "different" or "missing". Null by default, which leaves that open.
    /// </summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>
    /// The time from the beginning of one fetch to the beginning of the next, 100 milliseconds by default. A fetch is not metered, and
    /// no limit is documented for it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative span, or to more than a day.</exception>
    public TimeSpan Interval
    {
        get;
        init =>
            field = OptionRange.Require(
                value,
                value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1),
                nameof(VerifyOptions),
                "is not within zero and a day. Set the time between fetches, or zero for no pause"
            );
    } = TimeSpan.FromMilliseconds(100);
}
