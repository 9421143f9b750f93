using System.Globalization;

namespace ProfileSchema.Emulator;

/// <summary>The header Retry-After in its two forms.</summary>
public readonly record struct RetryAfter
{
    private readonly TimeSpan _delay;
    private readonly bool _isDate;

    private RetryAfter(TimeSpan delay, bool isDate)
    {
        _delay = delay;
        _isDate = isDate;
    }

    /// <summary>As a number of seconds.</summary>
    public static RetryAfter Seconds(int seconds) => new(TimeSpan.FromSeconds(seconds), isDate: false);

    /// <summary>As an HTTP date, so long after the emulator's present; a negative delay names the past.</summary>
    public static RetryAfter Date(TimeSpan delay) => new(delay, isDate: true);

    internal string ToHeader(DateTimeOffset now) =>
        _isDate
            ? (now + _delay).ToString("r", CultureInfo.InvariantCulture)
            : _delay.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
