using System.Reflection;
using System.Text.RegularExpressions;

namespace ProfileSchema.DocumentTests;

/// <summary>A document, and the programs that its C# blocks are.</summary>
/// <param name="Name">Its path in the repository.</param>
internal sealed partial record Page(string Name, IReadOnlyList<Example> Programs)
{
    private const string Directive = "<!-- example:";

    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "samples"), "README.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "src"), "README.md", SearchOption.AllDirectories))
            .Select(Read),
    ];

    public static string Root =>
        typeof(Page)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "Repository")
            .Value!;

    /// <summary>
    /// The blocks of a page are one program, in their order; a directive begins another, with the code of Given that it names:
    /// <c>&lt;!-- example: members, client --&gt;</c>. A line that ends with the name of a file, as in <c>`Program.cs`:</c>, names the
    /// file of the blocks that follow.
    /// </summary>
    private static Page Read(string path)
    {
        var examples = new List<Example>();
        string? language = null;
        string file = Block.Program;
        bool isRun = false;
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (language is null && line.StartsWith(Directive, StringComparison.Ordinal))
            {
                string[] given = line[Directive.Length..]
                    .Replace("-->", "", StringComparison.Ordinal)
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                examples.Add(new Example(number, given));
                file = Block.Program;
            }
            else if (language is null && Caption().Match(line) is { Success: true } caption)
            {
                file = caption.Groups["file"].Value;
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                language = language is null ? line[3..].Trim() : null;
                if (language == "csharp")
                {
                    if (examples.Count == 0)
                    {
                        examples.Add(new Example(number, []));
                    }

                    examples[^1].Blocks.Add(new Block(file));
                    isRun = true;
                }
            }
            else if (language == "csharp")
            {
                examples[^1].Blocks[^1].Lines.Add(line);
            }
            else if (language == "sh")
            {
                // What other commands print is not the program's.
                isRun = line == "dotnet run";
            }
            else if (language == "text" && isRun && line.Length > 0)
            {
                examples[^1].Promised.Add(line);
            }
        }

        return new Page(Path.GetRelativePath(Root, path).Replace('\\', '/'), examples);
    }

    [GeneratedRegex(@"`(?<file>\w+\.cs)`:$", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();
}

/// <summary>A program of one or more blocks of a page.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Given">The files of Given that stand before it.</param>
internal sealed record Example(int Line, IReadOnlyList<string> Given)
{
    private const string Verbatim = "verbatim";

    /// <summary>Whether its files are compiled as they are, and so as a reader pastes them: nothing is given and nothing is reordered.</summary>
    public bool IsVerbatim => Given is [Verbatim];

    public List<Block> Blocks { get; } = [];

    /// <summary>Lines that the page says are printed.</summary>
    public List<string> Promised { get; } = [];
}

/// <summary>A block of C#, and the file that it goes into.</summary>
internal sealed record Block(string File)
{
    public const string Program = "Program.cs";

    public List<string> Lines { get; } = [];

    public string Text => string.Join('\n', Lines);
}
