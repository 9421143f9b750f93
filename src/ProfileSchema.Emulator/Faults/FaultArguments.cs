using System.Runtime.CompilerServices;

namespace ProfileSchema.Emulator.Faults;

/// <summary>Validates the arguments of faults.</summary>
internal static class FaultArguments
{
    public static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The value isn't defined by its enum.");

    public static TimeSpan Time(TimeSpan time, [CallerArgumentExpression(nameof(time))] string? name = null) =>
        time >= TimeSpan.Zero || time == Timeout.InfiniteTimeSpan
            ? time
            : throw new ArgumentOutOfRangeException(name, time, "The time must not be negative.");

    public static double Rate(double rate, [CallerArgumentExpression(nameof(rate))] string? name = null) =>
        rate is >= 0 and <= 1
            ? rate
            : throw new ArgumentOutOfRangeException(name, rate, "The rate must be between 0 and 1.");
}
