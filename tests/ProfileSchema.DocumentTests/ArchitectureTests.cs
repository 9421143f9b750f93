using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ProfileSchema.DocumentTests;

/// <summary>The map of docs/explanation/architecture.md is in step with the code: what it names is there, and what is used is justified.</summary>
public sealed partial class ArchitectureTests
{
    private const SearchOption Everywhere = SearchOption.AllDirectories;

    /// <summary>Methods of ours and types of the platform.</summary>
    private static readonly string[] NoTypesOfOurs =
    [
        "AddProfileClient",
        "HttpMessageHandler",
        "TimeProvider",
        "Write",
    ];

    private static readonly string Map = File.ReadAllText(
        Path.Combine(Page.Root, "docs", "explanation", "architecture.md")
    );

    [Fact]
    public void Every_folder_and_file_that_it_names_exists()
    {
        string[] places =
        [
            .. Place().Matches(Map).Select(match => match.Value),
            .. Folder().Matches(Map).Select(match => $"src/{Project(match)}/{match.Groups["path"].Value}"),
        ];
        Assert.True(places.Length > 15, string.Join(", ", places));
        Assert.All(places, place => Assert.True(Directory.Exists(Path.Combine(Page.Root, place)), place));
        Assert.All(Names().Where(IsFile), name => Assert.NotEmpty(Directory.EnumerateFiles(Sources, name, Everywhere)));

        static string Project(Match match) =>
            match.Groups["project"].Value is "ProfileSchema"
                ? "ProfileSchema"
                : "ProfileSchema." + match.Groups["project"].Value;
    }

    [Fact]
    public void Every_type_that_it_names_is_declared()
    {
        string[] projects = [.. Projects()];
        string[] types =
        [
            .. Names()
                .Where(name => TypeName().IsMatch(name))
                .Select(name => name.Replace("<T>", "", StringComparison.Ordinal)),
        ];
        HashSet<string> declared =
        [
            .. Directory
                .EnumerateFiles(Sources, "*.cs", Everywhere)
                .SelectMany(file => Declaration().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["name"].Value),
        ];
        Assert.NotEmpty(types);
        Assert.Empty(types.Except(declared).Except(NoTypesOfOurs).Except(projects));
    }

    [Fact]
    public void Every_project_of_the_sources_has_a_row() =>
        Assert.All(Projects(), project => Assert.Contains($"| `src/{project}` |", Map, StringComparison.Ordinal));

    [Fact]
    public void Every_dependency_is_justified_and_no_other_is()
    {
        IEnumerable<string> used = XDocument
            .Load(Path.Combine(Page.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value)
            // Some have a version for each framework.
            .Distinct(StringComparer.OrdinalIgnoreCase);
        using JsonDocument tools = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Page.Root, ".config", "dotnet-tools.json"))
        );
        IEnumerable<string> installed = tools
            .RootElement.GetProperty("tools")
            .EnumerateObject()
            .Select(tool => tool.Name);
        string table = Map[Map.IndexOf("## Dependencies", StringComparison.Ordinal)..];
        IEnumerable<string> justified = DependencyRow()
            .Matches(table)
            .SelectMany(row => row.Groups["packages"].Value.Split(", "))
            .Where(package => PackageId().IsMatch(package));
        Assert.Equal(
            used.Concat(installed).Order(StringComparer.OrdinalIgnoreCase),
            justified.Order(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase
        );
    }

    private static string Sources => Path.Combine(Page.Root, "src");

    private static IEnumerable<string> Projects() =>
        Directory.EnumerateFiles(Sources, "*.csproj", Everywhere).Select(Path.GetFileNameWithoutExtension)!;

    private static IEnumerable<string> Names() =>
        Code().Matches(Map).Select(match => match.Groups["name"].Value).Distinct();

    private static bool IsFile(string name) => name.EndsWith(".cs", StringComparison.Ordinal);

    [GeneratedRegex("`(?<name>[^`\n]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w/.])(?:src|tests)/\w+(?:\.\w+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"(?<![\w/.])(?<project>ProfileSchema|Generator|CodeFixes|Client|Emulator|Tool)/(?<path>\w+(?:/\w+)*)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Folder();

    [GeneratedRegex(@"^[A-Z]\w+(?:<T>)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum) (?<name>[A-Z]\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\| (?<packages>[^|]+) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex DependencyRow();

    [GeneratedRegex(@"^(?!package$)\w+(?:\.\w+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex PackageId();
}
