namespace ProfileSchema.PackageTests.Consuming;

/// <summary>A clone of the repository, of its last commit, in a folder that goes again.</summary>
internal sealed class Clone : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("profileschema-clone-");

    public string Root => _root.FullName;

    public static async Task<Clone> CreateAsync()
    {
        var clone = new Clone();
        await clone.GitAsync("clone", "--quiet", "--no-tags", Repository.Root, ".");
        return clone;
    }

    /// <summary>Runs git in the clone, and gives what it says.</summary>
    public async Task<string> GitAsync(params string[] arguments) =>
        (await Command.RunAsync(Root, "git", arguments)).AssertSucceeded().Output.Trim();

    public void Dispose() => _root.Delete(recursive: true);
}
