using System.Text.RegularExpressions;

namespace ProfileSchema.DocumentTests;

/// <summary>
/// Internal types are in the namespace of their folder, so that a using shows which folder depends on which. Uses of public types,
/// which share the namespace of the project, don't show.
/// </summary>
public sealed partial class FolderTests
{
    private const string Client = "ProfileSchema.Client";

    /// <summary>The client's folders, from the bottom. A folder may depend on those below it and on those in its own row.</summary>
    private static readonly string[][] ClientRows =
    [
        ["Telemetry"],
        ["Quota"],
        ["Http", "Authentication", "Replies"],
        ["Single", "Delivery", "Fetch", "Bulk", "Duplicates", "Spool"],
        ["Queue", "Verify", "Drift"],
        ["Hosting"],
    ];

    /// <summary>The projects whose internal types are in namespaces by folder.</summary>
    public static TheoryData<string> Projects =>
        [Client, "ProfileSchema.CodeFixes", "ProfileSchema.Emulator", "ProfileSchema.Generator", "ProfileSchema.Tool"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Internal_types_are_in_the_namespace_of_their_folder(string project)
    {
        IEnumerable<string> elsewhere =
            from source in Sources(project)
            where
                InternalType().IsMatch(source.Code)
                && Namespace().Match(source.Code).Groups["name"].Value != source.Namespace
            select $"{source.Folder}/{source.Name}";

        Assert.Empty(elsewhere);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_do_not_depend_on_themselves_through_others(string project)
    {
        List<Dependency> left = [.. Dependencies(project)];
        Assert.NotEmpty(left);

        // A dependency that none leads to, or none leads on from, is in no circle.
        while (
            left.RemoveAll(one =>
                left.TrueForAll(other => other.To != one.From) || left.TrueForAll(other => other.From != one.To)
            ) > 0
        ) { }

        Assert.Empty(left);
    }

    [Fact]
    public void Folders_of_the_client_depend_only_on_those_below_them_and_beside_them()
    {
        IEnumerable<Dependency> upwards = Dependencies(Client).Where(one => Row(one.From) < Row(one.To));

        Assert.Empty(upwards);

        static int Row(string folder)
        {
            int row = Array.FindIndex(ClientRows, folders => folders.Contains(folder));
            Assert.True(row >= 0, $"Give {folder} a place among the folders.");
            return row;
        }
    }

    private static HashSet<Dependency> Dependencies(string project)
    {
        Source[] sources = [.. Sources(project)];
        ILookup<string, Source> byNamespace = sources.ToLookup(source => source.Namespace);
        return
        [
            .. from source in sources
            where source.Folder.Length > 0
            from used in Used(source)
            where used.Folder.Length > 0 && used.Folder != source.Folder
            select new Dependency(project, source.Folder, used.Folder),
        ];

        IEnumerable<Source> Used(Source source) =>
            Using()
                .Matches(source.Code)
                .SelectMany(match => byNamespace[match.Groups["name"].Value])
                .Concat(Qualified(source));

        // A type of a sister folder may also be named by its folder, without a using.
        IEnumerable<Source> Qualified(Source source) =>
            from match in QualifiedName().Matches(source.Code)
            from used in byNamespace[$"{project}.{match.Groups["folder"].Value}"]
            where used.Name == match.Groups["type"].Value
            select used;
    }

    private static IEnumerable<Source> Sources(string project)
    {
        string root = Path.Combine(Page.Root, "src", project);
        return from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            let folder = Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/')
            where folder.Split('/')[0] is not ("bin" or "obj")
            select new Source(
                project,
                folder is "." ? "" : folder,
                Path.GetFileNameWithoutExtension(file),
                Comment().Replace(File.ReadAllText(file), "")
            );
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^internal .*\b(?:class|record|struct|enum|interface|delegate) ", RegexOptions.Multiline)]
    private static partial Regex InternalType();

    [GeneratedRegex(@"^using (\w+ = )?(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Using();

    [GeneratedRegex(@"(?<![\w.])(?<folder>\w+)\.(?<type>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex QualifiedName();

    private sealed record Source(string Project, string Folder, string Name, string Code)
    {
        public string Namespace => Folder.Length == 0 ? Project : $"{Project}.{Folder.Replace('/', '.')}";
    }

    private sealed record Dependency(string Project, string From, string To);
}
