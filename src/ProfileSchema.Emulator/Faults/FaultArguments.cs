using System.Runtime.CompilerServices;

namespace ProfileSchema.Emulator;

/// <summary>Refuses faults that could not be meant, where the test writes them.</summary>
internal static class FaultArguments
{
    public static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(name, value, "There is no such value.");

    public static TimeSpan Time(TimeSpan time, [CallerArgumentExpression(nameof(time))] string? name = null) =>
        time >= TimeSpan.Zero || time == Timeout.InfiniteTimeSpan
            ? time
            : throw new ArgumentOutOfRangeException(name, time, "A time is not negative.");

    public static double Rate(double rate, [CallerArgumentExpression(nameof(rate))] string? name = null) =>
        rate is >= 0 and <= 1
            ? rate
            : throw new ArgumentOutOfRangeException(name, rate, "A rate lies between 0 and 1.");
}
