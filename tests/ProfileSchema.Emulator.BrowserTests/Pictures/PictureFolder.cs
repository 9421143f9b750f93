namespace ProfileSchema.Emulator.BrowserTests;

/// <summary>Where the pictures go.</summary>
internal static class PictureFolder
{
    private const string Variable = "PROFILESCHEMA_SCREENSHOTS";

    private static string? Named => Environment.GetEnvironmentVariable(Variable);

    public static void SkipUnlessNamed() =>
        Assert.SkipWhen(Named is null, $"{Variable} names the folder for the pictures.");

    public static string PathOf(string name) => Path.Combine(Named!, $"{name}.png");
}
