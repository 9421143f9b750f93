using System.Text.RegularExpressions;

namespace ProfileSchema.DocumentTests;

/// <summary>The code, samples and documents use the words of the glossary, and none of the words that it replaced.</summary>
public sealed partial class WordTests
{
    private static readonly string[] Folders = ["src", "samples", "docs"];
    private static readonly string[] Pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md"];
    private static readonly string[] Extensions =
    [
        ".cs",
        ".csproj",
        ".css",
        ".js",
        ".json",
        ".md",
        ".props",
        ".targets",
        ".txt",
        ".yml",
    ];

    [Fact]
    public void No_file_contains_a_word_that_the_glossary_replaced()
    {
        string[] found = [.. Files().SelectMany(file => Find(File.ReadLines(file), Relative(file)))];

        Assert.True(found.Length == 0, string.Join('\n', found.Prepend("Use the words of the glossary instead:")));
    }

    [Theory]
    [InlineData("The mend is mechanical.")]
    [InlineData("Their FATE is unknown.")]
    [InlineData("public bool MayPass { get; }")]
    [InlineData("a Target of its own")]
    public void A_word_that_the_glossary_replaced_is_found_with_its_file_and_line(string line)
    {
        string found = Assert.Single(Find(["", line, "amend, fatal, until, a targeted update"], "file.md"));

        Assert.StartsWith("file.md:2: ", found, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Find(IEnumerable<string> lines, string file) =>
        lines.SelectMany(
            (line, index) => Replaced().Matches(line).Select(match => $"{file}:{index + 1}: {match.Value}")
        );

    private static IEnumerable<string> Files() =>
        Folders
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Page.Root, folder), "*", SearchOption.AllDirectories)
            )
            .Where(file => Extensions.Contains(Path.GetExtension(file)) && !IsBuilt(file))
            .Concat(Pages.Select(page => Path.Combine(Page.Root, page)))
            .Where(file => Path.GetFileName(file) != "glossary.md");

    private static bool IsBuilt(string file) => Relative(file).Split('/').Any(folder => folder is "bin" or "obj");

    private static string Relative(string file) => Path.GetRelativePath(Page.Root, file).Replace('\\', '/');

    [GeneratedRegex(
        @"\b(mend(s|ed|ing)?|fates?|books balance|agreed words?|mirror members?|MayPass|FateUnknown|ResendsOldFiles|KeptForStatus|tried again|in the clear|tills?|a Target)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Replaced();
}
