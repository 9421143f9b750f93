using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProfileSchema.Benchmarks.Compiler;

/// <summary>Source of many profiles of twelve members, ten to a file, which both generators read.</summary>
internal static class ProfileSources
{
    private const int TypesPerFile = 10;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(IsNeeded)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The trees of so many types; the last one has nothing to do with them.</summary>
    public static SyntaxTree[] Parse(int types)
    {
        List<SyntaxTree> trees = [];
        for (int first = 0; first < types; first += TypesPerFile)
        {
            trees.Add(Parse(Types(first, Math.Min(types - first, TypesPerFile)), $"Types{first}.cs"));
        }

        trees.Add(Parse(JsonContext(types), "Json.cs"));
        trees.Add(Unrelated(0, 0));
        return [.. trees];
    }

    /// <summary>The file that is edited, after so many edits of what a method does and of a declaration.</summary>
    public static SyntaxTree Unrelated(int bodies, int declarations) =>
        Parse(
            $$"""
            namespace Bench;

            public static class Other
            {
                public const int Declared = {{declarations}};

                public static int Edit() => {{bodies}};
            }
            """,
            "Other.cs"
        );

    /// <summary>A compilation that has bound nothing yet.</summary>
    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) =>
        CSharpCompilation.Create(
            "Bench",
            trees,
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Options, path);

    private static string Types(int first, int count)
    {
        var source = new StringBuilder("using System;\nusing ProfileSchema;\nnamespace Bench;\n");
        for (int i = first; i < first + count; i++)
        {
            source.Append(
                CultureInfo.InvariantCulture,
                $$"""
                public enum Level{{i}} { Low, Middle, High }

                [Profile]
                public partial class Customer{{i}}
                {
                    [ProfileKey(ProfileKeyKind.ThirdPartyId)] public string Id { get; set; } = "";
                    [ProfileParameter] public Level{{i}} Level { get; set; }
                    [ProfileParameter] public int Points { get; set; }
                    [ProfileParameter("ltv")] public decimal LifetimeValue { get; set; }
                    [ProfileParameter] public string? City { get; set; }
                    [ProfileParameter] public string? Country { get; set; }
                    [ProfileParameter] public DateTimeOffset? LastPurchase { get; set; }
                    [ProfileParameter] public bool OptIn { get; set; }
                    [ProfileParameter] public Guid Store { get; set; }
                    [ProfileParameter] public double Score { get; set; }
                    [ProfileParameter] public long Visits { get; set; }
                    [ProfileParameter] public DateOnly? Birthday { get; set; }
                }


                """
            );
        }

        return source.ToString();
    }

    private static string JsonContext(int types)
    {
        var source = new StringBuilder("using System.Text.Json.Serialization;\nnamespace Bench;\n");
        for (int i = 0; i < types; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $"[JsonSerializable(typeof(Customer{i}))]\n");
        }

        return source.Append("internal partial class Json : JsonSerializerContext;\n").ToString();
    }

    private static bool IsNeeded(string path)
    {
        string name = Path.GetFileName(path);
        return name is "ProfileSchema.dll" or "netstandard.dll"
            || (
                name.StartsWith("System.", StringComparison.Ordinal)
                && !name.Contains("CodeDom", StringComparison.Ordinal)
            );
    }
}
