namespace ProfileSchema.Emulator.Faults;

/// <summary>
/// A number from 0 to below 1 that depends on a seed and a place alone, on every machine and every framework: the outcome of
/// a call must not depend on how many were drawn before.
/// </summary>
internal static class SeededDraw
{
    private const int UnusedBits = 11;
    private const double Range = 1L << 53;

    public static double Of(int seed, long first, long second = 0) =>
        (Mix(Mix(Mix((uint)seed) ^ (ulong)first) ^ (ulong)second) >> UnusedBits) / Range;

    // The finaliser of SplitMix64.
    private static ulong Mix(ulong bits)
    {
        bits += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
