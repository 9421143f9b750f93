namespace ProfileSchema.DocumentTests;

/// <summary>Every page and every picture of the documentation can be found.</summary>
public sealed class ContentsTests
{
    private static readonly string Docs = Path.Combine(Page.Root, "docs");

    [Theory]
    [InlineData("index.md")]
    [InlineData("toc.yml")]
    public void Every_page_is_listed(string contents)
    {
        string listed = File.ReadAllText(Path.Combine(Docs, contents));

        // The index of the rules lists the page of each rule.
        IEnumerable<string> pages = Files("*.md")
            .Where(page => page != "index.md" && !page.StartsWith("reference/rules/prf", StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains(page, listed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("*.png")]
    [InlineData("*.svg")]
    public void Every_picture_is_shown(string pattern)
    {
        string pages = string.Concat(Page.All.Select(page => File.ReadAllText(Path.Combine(Page.Root, page.Name))));

        Assert.All(
            Files(pattern),
            picture => Assert.Contains(Path.GetFileName(picture), pages, StringComparison.Ordinal)
        );
    }

    private static string[] Files(string pattern) =>
        [
            .. Directory
                .EnumerateFiles(Docs, pattern, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Docs, file).Replace('\\', '/')),
        ];
}
