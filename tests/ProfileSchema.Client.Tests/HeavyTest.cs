namespace ProfileSchema.Client.Tests;

/// <summary>How much a heavy test does: minutes' worth in continuous integration, hours' worth where <c>eng/soak</c> asks for it.</summary>
internal static class HeavyTest
{
    private static bool IsLong => Environment.GetEnvironmentVariable("PROFILESCHEMA_SOAK") is "1";

    public static int Count(int inShort, int inLong) => IsLong ? inLong : inShort;
}
