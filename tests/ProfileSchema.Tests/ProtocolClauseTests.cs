using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ProfileSchema.Tests;

/// <summary>Holds the tests of the whole solution to the clauses of docs/reference/protocol.md.</summary>
public sealed partial class ProtocolClauseTests
{
    [Fact]
    public void Each_clause_that_is_built_has_a_test_that_names_it()
    {
        string[] built = [.. Documented().Except(NotBuilt())];
        Assert.NotEmpty(built);
        Assert.Empty(built.Except(Cited()));
    }

    [Fact]
    public void Each_clause_that_a_test_names_is_documented_as_built()
    {
        Assert.Empty(Cited().Except(Documented()));
        Assert.Empty(Cited().Intersect(NotBuilt()));
    }

    private static string Document() => File.ReadAllText(Path.Combine(Root(), "docs", "reference", "protocol.md"));

    private static IEnumerable<string> Documented() =>
        ClauseRow().Matches(Document()).Select(match => match.Groups["id"].Value);

    private static string[] NotBuilt()
    {
        string document = Document();
        int heading = document.IndexOf("## Not built yet", StringComparison.Ordinal);
        return heading < 0 ? [] : [.. ClauseId().Matches(document[heading..]).Select(match => match.Value)];
    }

    private static HashSet<string> Cited() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root(), "tests"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => ClauseTrait().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["id"].Value),
        ];

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));

    [GeneratedRegex(@"[A-Z]+-[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex ClauseId();

    [GeneratedRegex(@"^\| (?<id>[A-Z]+-[0-9]+) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ClauseRow();

    [GeneratedRegex(@"\[Trait\(""Clause"", ""(?<id>[A-Z]+-[0-9]+)""\)\]", RegexOptions.CultureInvariant)]
    private static partial Regex ClauseTrait();
}
