using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>
/// The time that this thread had the processor for, where the system tells it (Linux), so that other programs on the
/// machine do not count; otherwise the time that went by.
/// </summary>
internal static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    public static double Seconds =>
        OperatingSystem.IsLinux() && clock_gettime(ThreadProcessorTime, out TimeSpec time) == 0
            ? time.Seconds + (time.Nanoseconds * 1e-9)
            : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [DllImport("libc")]
    private static extern int clock_gettime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
