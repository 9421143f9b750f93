using Microsoft.CodeAnalysis;

namespace ProfileSchema.CodeFixes.Tests.Testing;

/// <summary>The assemblies of the framework that runs the tests, and the library's. Read once: their symbols are costly.</summary>
internal static class Framework
{
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(IsFrameworkOrLibrary)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static bool IsFrameworkOrLibrary(string path)
    {
        string name = Path.GetFileName(path);
        return name is "ProfileSchema.dll" or "ProfileSchema.Client.dll" or "netstandard.dll" or "mscorlib.dll"
            || (
                name.StartsWith("System.", StringComparison.Ordinal)
                && !name.StartsWith("System.Composition", StringComparison.Ordinal)
                && !name.StartsWith("System.CommandLine", StringComparison.Ordinal)
            );
    }
}
