using System.Globalization;

namespace ProfileSchema.Emulator;

/// <summary>Represents a Retry-After header, in one of its two forms.</summary>
public readonly record struct RetryAfter
{
    private readonly TimeSpan _delay;
    private readonly bool _isDate;

    private RetryAfter(TimeSpan delay, bool isDate)
    {
        _delay = delay;
        _isDate = isDate;
    }

    /// <summary>Returns a header with a number of seconds.</summary>
    public static RetryAfter Seconds(int seconds) => new(TimeSpan.FromSeconds(seconds), isDate: false);

    /// <summary>Returns a header with an HTTP date, relative to the emulator's clock. A negative delay is a date in the past.</summary>
    public static RetryAfter Date(TimeSpan delay) => new(delay, isDate: true);

    internal string ToHeader(DateTimeOffset now) =>
        _isDate
            ? (now + _delay).ToString("r", CultureInfo.InvariantCulture)
            : _delay.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
