using System.Reflection;

namespace ProfileSchema.PackageTests.Consuming;

/// <summary>Where things lie on the machine that built these tests.</summary>
internal static class Repository
{
    public static string Root => Metadata("Repository");

    public static string Consumers => Path.Combine(Root, "tests", "ProfileSchema.PackageTests", "Consumers");

    /// <summary>The packages that the machine has restored already, ours of other versions among them.</summary>
    public static string PackageCache => Metadata("PackageCache");

    private static string Metadata(string key) =>
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;
}
