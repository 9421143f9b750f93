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

    [Fact]
    public void Each_rule_names_its_source_or_that_it_has_none()
    {
        string[] rows = [.. Document().Split('\n').Where(line => ClauseRow().IsMatch(line))];

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Matches(SourceCell(), row));
    }

    private static string Document() => File.ReadAllText(Path.Combine(Root(), "docs", "reference", "protocol.md"));

    private static IEnumerable<string> Documented() =>
        ClauseRow().Matches(Document()).Select(match => match.Groups["id"].Value);

    private static string[] NotBuilt()
    {
        string document = Document();
        int heading = document.IndexOf("## Rules that nothing here implements", StringComparison.Ordinal);
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

    /// <summary>The fourth field of a row: a link, or why there is none.</summary>
    [GeneratedRegex(
        @"^\|[^|]+\|[^|]+\|[^|]+\| (?:.*\]\(https://[^)]+\).*|our choice|source not recorded) \|$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex SourceCell();

    [GeneratedRegex(@"\[Trait\(""Clause"", ""(?<id>[A-Z]+-[0-9]+)""\)\]", RegexOptions.CultureInvariant)]
    private static partial Regex ClauseTrait();
}
