using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Rules;

/// <summary>Every rule is documented, tracked and described alike.</summary>
public partial class RuleCatalogueTests
{
    private const int FirstOfCallSites = 101;

    private static readonly DiagnosticDescriptor[] Rules =
    [
        .. Analysis.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics),
    ];

    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id)];

    [Fact]
    public void Ids_are_consecutive_and_every_heading_is_a_rule()
    {
        int callSites = Analysis.Analyzers.Length - 1;
        string[] expected =
        [
            .. Enumerable
                .Range(1, Rules.Length - callSites)
                .Concat(Enumerable.Range(FirstOfCallSites, callSites))
                .Select(i => $"PRF{i:000}"),
        ];

        Assert.Equal(expected, Rules.Select(rule => rule.Id));
        Assert.Equal(expected, Heading().Matches(Page()).Select(heading => heading.Groups[1].Value));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_a_heading_that_says_why_shows_bad_and_good_code_and_when_to_suppress(string id)
    {
        string section = Section(id);

        Assert.Contains(Text(Rule(id).Title), section, StringComparison.Ordinal);
        Assert.Contains("**Why.**", section, StringComparison.Ordinal);
        Assert.Contains("**Bad:**\n\n```csharp\n", section, StringComparison.Ordinal);
        Assert.Contains("**Good:**\n\n```csharp\n", section, StringComparison.Ordinal);
        Assert.Contains("**When to suppress.**", section, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Bad_code_of_the_page_breaks_the_rule_and_good_code_breaks_none(string id)
    {
        string[] code = [.. Code().Matches(Section(id)).Select(block => block.Groups[1].Value)];

        // The rule about the version of C# is about a setting, which code cannot show.
        if (id != "PRF013")
        {
            Assert.Equal(
                [id],
                (await Analysis.Of(GeneratorRun.Of(code[0]).Output)).Select(found => found.Id).Distinct()
            );
        }

        GeneratorRun good = GeneratorRun.Of(code[1]);
        Assert.Empty(await Analysis.Of(good.Output));
        Assert.NotEmpty(good.AssertCompiles().Files);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Message_about_the_bad_code_of_the_page_names_a_remedy(string id)
    {
        string bad = Code().Match(Section(id)).Groups[1].Value;

        string[] messages =
        [
            .. (await Analysis.Of(GeneratorRun.Of(bad).Output)).Select(found =>
                found.GetMessage(CultureInfo.InvariantCulture)
            ),
        ];

        Assert.All(messages, message => Assert.Matches(Remedy(), message));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_links_to_its_heading_where_it_is_published_and_nowhere_else(string id)
    {
        string project = typeof(RuleCatalogueTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "PackageProjectUrl")
            .Value!;

        string link = Rule(id).HelpLinkUri;

        if (project.Length == 0)
        {
            Assert.Empty(link);
        }
        else
        {
            Assert.StartsWith(project, link, StringComparison.Ordinal);
            Assert.EndsWith("/docs/rules.md#" + id.ToLowerInvariant(), link, StringComparison.Ordinal);
            Assert.True(Uri.TryCreate(link, UriKind.Absolute, out _));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_is_of_the_category_and_described(string id)
    {
        DiagnosticDescriptor rule = Rule(id);

        Assert.Equal("ProfileSchema", rule.Category);
        Assert.True(rule.IsEnabledByDefault);
        Assert.NotEmpty(Text(rule.Description));
        Assert.Equal(
            rule.DefaultSeverity is DiagnosticSeverity.Error,
            rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)
        );
    }

    private static DiagnosticDescriptor Rule(string id) => Rules.Single(rule => rule.Id == id);

    private static string Text(LocalizableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Page() => File.ReadAllText(SourceTree.RulesPage).ReplaceLineEndings("\n");

    private static string Section(string id)
    {
        string[] sections = Page().Split("\n## ");
        return sections.Single(section => section.StartsWith(id + "\n", StringComparison.Ordinal));
    }

    [GeneratedRegex("^## (PRF[0-9]{3})$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("; [a-z]+ |: declare |, so say ")]
    private static partial Regex Remedy();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
