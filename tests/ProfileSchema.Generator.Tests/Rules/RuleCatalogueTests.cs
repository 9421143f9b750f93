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

    private static readonly string[] Categories =
    [
        "ProfileSchema.Design",
        "ProfileSchema.Naming",
        "ProfileSchema.Performance",
        "ProfileSchema.Privacy",
        "ProfileSchema.Usage",
    ];

    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id)];

    [Fact]
    public void Ids_are_consecutive_and_every_page_is_of_a_rule()
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
        Assert.Equal(
            expected,
            Directory
                .GetFiles(SourceTree.RulePages, "prf*.md")
                .Select(page => Path.GetFileNameWithoutExtension(page).ToUpperInvariant())
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_of_a_rule_states_its_title_severity_and_category_and_has_all_sections(string id)
    {
        DiagnosticDescriptor rule = Rule(id);

        string page = Page(id);

        Assert.StartsWith($"# {id}: {Text(rule.Title)}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {rule.DefaultSeverity} |\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Category | {rule.Category} |\n", page, StringComparison.Ordinal);
        Assert.Equal(
            ["Cause", "How to fix", "When to suppress", "Example"],
            Heading().Matches(page).Select(heading => heading.Groups[1].Value)
        );
        Assert.Contains("**Bad:**\n\n```csharp\n", page, StringComparison.Ordinal);
        Assert.Contains("**Good:**\n\n```csharp\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Index_lists_the_rule_with_its_title_severity_and_whether_a_fix_is_offered(string id)
    {
        DiagnosticDescriptor rule = Rule(id);
        string hasFix = Page(id).Contains("| Code fix | None |", StringComparison.Ordinal) ? "No" : "Yes";

        string index = File.ReadAllText(Path.Combine(SourceTree.RulePages, "index.md"));

        Assert.Contains(
            $"| [{id}]({id.ToLowerInvariant()}.md) | {Text(rule.Title)} | {rule.DefaultSeverity} | {hasFix} |",
            index,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Bad_code_of_the_page_breaks_the_rule_and_good_code_breaks_none(string id)
    {
        string[] code = [.. Code().Matches(Page(id)).Select(block => block.Groups[1].Value)];

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
        string bad = Code().Match(Page(id)).Groups[1].Value;

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
    public void Rule_links_to_its_page_where_it_is_published_and_nowhere_else(string id)
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
            Assert.EndsWith($"/docs/reference/rules/{id.ToLowerInvariant()}.md", link, StringComparison.Ordinal);
            Assert.True(Uri.TryCreate(link, UriKind.Absolute, out _));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_a_category_and_a_description(string id)
    {
        DiagnosticDescriptor rule = Rule(id);

        Assert.Contains(rule.Category, Categories);
        Assert.True(rule.IsEnabledByDefault);
        Assert.NotEmpty(Text(rule.Description));
        Assert.Equal(
            rule.DefaultSeverity is DiagnosticSeverity.Error,
            rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)
        );
    }

    private static DiagnosticDescriptor Rule(string id) => Rules.Single(rule => rule.Id == id);

    private static string Text(LocalizableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Page(string id) =>
        File.ReadAllText(Path.Combine(SourceTree.RulePages, id.ToLowerInvariant() + ".md")).ReplaceLineEndings("\n");

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("; [a-z]+ ")]
    private static partial Regex Remedy();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
