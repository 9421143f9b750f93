using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using ProfileSchema.PackageTests.Consuming;

namespace ProfileSchema.PackageTests.Contents;

/// <summary>A debugger finds the sources of what was packed, and whoever packs the same sources gets the same assemblies.</summary>
[Trait("Category", "Heavy")]
public sealed class SymbolTests(PackageFolder packages)
{
    /// <summary>The kind of debug information that SourceLink writes.</summary>
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public static TheoryData<string> Ids => [.. PackageFolder.Ids];

    [Theory(Explicit = true)]
    [MemberData(nameof(Ids))]
    public async Task What_was_compiled_is_the_same_whenever_it_is_compiled(string id)
    {
        string[] assemblies = [.. (await packages.FilesAsync(id)).Where(file => Path.GetExtension(file) == ".dll")];
        Assert.NotEmpty(assemblies);
        foreach (string assembly in assemblies)
        {
            using var image = new PEReader([.. await packages.ReadAsync(id, assembly)]);
            Assert.Contains(image.ReadDebugDirectory(), entry => entry.Type is DebugDirectoryEntryType.Reproducible);
        }
    }

    [Fact(Explicit = true)]
    public async Task Symbols_lead_to_the_sources_of_the_commit_where_the_repository_is_hosted()
    {
        // As a host of code gives it away: SourceLink reads the address from the clone.
        using Clone clone = await Clone.CreateAsync();
        await clone.GitAsync("remote", "set-url", "origin", "https://github.com/example/profileschema.git");
        string commit = await clone.GitAsync("rev-parse", "HEAD");
        string project = Path.Combine(clone.Root, "src", "ProfileSchema");
        Command build = await Command.DotnetAsync(
            clone.Root,
            ["build", project, "--configuration", "Release", "--framework", "net10.0"]
        );
        build.AssertSucceeded();
        Assert.Contains(
            $"https://raw.githubusercontent.com/example/profileschema/{commit}/*",
            ReadSourceLink(Path.Combine(project, "bin", "Release", "net10.0", "ProfileSchema.pdb")),
            StringComparison.Ordinal
        );
    }

    private static string ReadSourceLink(string symbols)
    {
        using FileStream file = File.OpenRead(symbols);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(file);
        MetadataReader metadata = provider.GetMetadataReader();
        return metadata
            .CustomDebugInformation.Select(metadata.GetCustomDebugInformation)
            .Where(information => metadata.GetGuid(information.Kind) == SourceLink)
            .Select(information => Encoding.UTF8.GetString(metadata.GetBlobBytes(information.Value)))
            .Single();
    }
}
