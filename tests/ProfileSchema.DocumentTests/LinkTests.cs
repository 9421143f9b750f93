using System.Text.RegularExpressions;

namespace ProfileSchema.DocumentTests;

/// <summary>A link of a document leads to a file of the repository that exists, and to a heading in it.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_within_the_repository_leads_somewhere(string page)
    {
        string file = Path.Combine(Page.Root, page);
        foreach (Match link in Link().Matches(WithoutCode(file)))
        {
            string target = link.Groups["target"].Value;
            string[] parts = target.Split('#');
            string found = parts[0].Length == 0 ? file : Path.Combine(Path.GetDirectoryName(file)!, parts[0]);
            Assert.True(Path.Exists(found), $"{page} leads to {target}, which is not there.");
            if (parts.Length > 1)
            {
                Assert.Contains(parts[1], Anchors(found));
            }
        }
    }

    private static string WithoutCode(string file) => Fence().Replace(File.ReadAllText(file), "");

    /// <summary>The headings of a page as a code host names them.</summary>
    private static IEnumerable<string> Anchors(string file) =>
        from heading in Heading().Matches(WithoutCode(file))
        let words = NoLetter().Replace(heading.Groups["text"].Value, "")
#pragma warning disable CA1308 // Anchors are in lower case.
        select words.ToLowerInvariant().Replace(' ', '-');
#pragma warning restore CA1308

    [GeneratedRegex(
        """(?:\]\(|(?:src|srcset|href)=")(?!https?:|mailto:)(?<target>[^)"\s]+)[)"]""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Link();

    [GeneratedRegex(
        "^`{3,}.*?^`{3,}",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.CultureInvariant)]
    private static partial Regex NoLetter();
}
