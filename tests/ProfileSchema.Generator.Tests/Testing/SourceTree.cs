using System.Reflection;

namespace ProfileSchema.Generator.Tests.Testing;

/// <summary>Where the sources of the tests lie on this machine.</summary>
internal static class SourceTree
{
    public static string ProjectDirectory => Metadata(nameof(ProjectDirectory));

    public static string RulePages => Path.Combine(ProjectDirectory, "..", "..", "docs", "reference", "rules");

    public static string SchemaPage => Path.Combine(ProjectDirectory, "..", "..", "docs", "reference", "schema.md");

    public static string Metadata(string key) =>
        typeof(SourceTree)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;
}
