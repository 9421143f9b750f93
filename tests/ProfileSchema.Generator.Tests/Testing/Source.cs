using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProfileSchema.Generator.Tests.Testing;

/// <summary>Makes compilations of source against the running framework's own assemblies.</summary>
internal static class Source
{
    private const string GlobalUsings = "global using System; global using ProfileSchema;";

    private const string FileName = "File";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(IsFrameworkOrLibrary)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What every compilation begins with, so that all of them share what is known of the references.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Profiles",
        references: References,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: 9999
        ).WithSyntaxTreeOptionsProvider(new UndocumentedSource())
    );

    /// <summary>The versions of C# that contracts can be made for, as far as the running compiler knows them.</summary>
    public static IEnumerable<LanguageVersion> SupportedVersions { get; } =
        Enum.GetValues<LanguageVersion>()
            .Where(version => version >= LanguageVersion.CSharp11)
            .Where(version => version is not (LanguageVersion.Latest or LanguageVersion.LatestMajor));

    /// <summary>A compilation that fails on every warning, in which <c>System</c> and <c>ProfileSchema</c> are used.</summary>
    public static CSharpCompilation Compile(
        IEnumerable<string> files,
        LanguageVersion version = LanguageVersion.Latest,
        NullableContextOptions nullable = NullableContextOptions.Enable,
        DocumentationMode documentation = DocumentationMode.Diagnose,
        string[]? symbols = null
    )
    {
        CSharpParseOptions options = new(version, documentation, preprocessorSymbols: symbols);
        return Empty
            .WithOptions(Empty.Options.WithNullableContextOptions(nullable))
            .AddSyntaxTrees(files.Prepend(GlobalUsings).Select((file, i) => Parse(file, $"{FileName}{i}.cs", options)));
    }

    public static CSharpCompilation Compile(params string[] files) => Compile((IEnumerable<string>)files);

    public static SyntaxTree Parse(string text, string path, CSharpParseOptions? options = null) =>
        CSharpSyntaxTree.ParseText(text, options, path);

    private static bool IsFrameworkOrLibrary(string path)
    {
        string name = Path.GetFileName(path);
        return name is "ProfileSchema.dll" or "ProfileSchema.Client.dll" or "netstandard.dll" or "mscorlib.dll"
            || (
                name.StartsWith("System.", StringComparison.Ordinal)
                && !name.StartsWith("System.CommandLine", StringComparison.Ordinal)
            );
    }

    /// <summary>The tests' own types need no documentation (CS1591). What is public in generated code does.</summary>
    private sealed class UndocumentedSource : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
            GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree,
            string diagnosticId,
            CancellationToken cancellationToken,
            out ReportDiagnostic severity
        )
        {
            severity = ReportDiagnostic.Suppress;
            return diagnosticId == "CS1591"
                && Path.GetFileName(tree.FilePath).StartsWith(FileName, StringComparison.Ordinal);
        }

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId,
            CancellationToken cancellationToken,
            out ReportDiagnostic severity
        )
        {
            severity = default;
            return false;
        }
    }
}
