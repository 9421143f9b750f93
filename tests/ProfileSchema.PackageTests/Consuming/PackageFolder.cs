using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace ProfileSchema.PackageTests.Consuming;

/// <summary>The packages, packed once for all tests, in a version that no cache can know.</summary>
/// <remarks>The environment variable <c>PROFILESCHEMA_PACKAGES</c> names a folder that was packed before.</remarks>
public sealed class PackageFolder : IDisposable
{
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("profileschema-packages-");
    private readonly Lazy<Task<string>> _path;

    public PackageFolder() => _path = new Lazy<Task<string>>(FindOrPackAsync);

    /// <summary>The packages that a project refers to.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    ["ProfileSchema", "ProfileSchema.Client", "ProfileSchema.Emulator"];

    /// <summary>The package that is installed as a command.</summary>
    public static string ToolId => "ProfileSchema.Tool";

    public static IReadOnlyList<string> AllIds { get; } = [.. Ids, ToolId];

    public Task<string> PathAsync() => _path.Value;

    public async Task<string> VersionAsync()
    {
        const string first = "ProfileSchema.Client.";
        string file = Directory.GetFiles(await PathAsync(), first + "*.nupkg").Single();
        return Path.GetFileNameWithoutExtension(file)[first.Length..];
    }

    /// <summary>The names of the files in a package, without those that every package has.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync(string id, string extension = "nupkg")
    {
        await using ZipArchive archive = await OpenAsync(id, extension);
        return
        [
            .. archive
                .Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal))
                .Where(name => !name.StartsWith("package/", StringComparison.Ordinal))
                .Where(name => name is not "[Content_Types].xml")
                .Order(StringComparer.Ordinal),
        ];
    }

    public async Task<byte[]> ReadAsync(string id, string file, string extension = "nupkg")
    {
        await using ZipArchive archive = await OpenAsync(id, extension);
        await using Stream content = await archive.GetEntry(file)!.OpenAsync();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    /// <summary>The metadata of a package, with names that have no namespace.</summary>
    public async Task<XElement> MetadataAsync(string id)
    {
        using var manifest = new MemoryStream(await ReadAsync(id, id + ".nuspec"));
        XElement root = XDocument.Load(manifest).Root!;
        foreach (XElement element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return root.Element("metadata")!;
    }

    public void Dispose() => _scratch.Delete(recursive: true);

    private async Task<ZipArchive> OpenAsync(string id, string extension) =>
        await ZipFile.OpenReadAsync(Path.Combine(await PathAsync(), $"{id}.{await VersionAsync()}.{extension}"));

    private async Task<string> FindOrPackAsync()
    {
        if (Environment.GetEnvironmentVariable("PROFILESCHEMA_PACKAGES") is { Length: > 0 } packed)
        {
            return packed;
        }

        string folder = Path.Combine(_scratch.FullName, "packed");
        TimeSpan age = DateTime.UtcNow - new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        // Seconds by two, so that the number fits into a file version.
        string version = string.Create(
            CultureInfo.InvariantCulture,
            $"1.{(int)age.TotalDays}.{(int)(age.TotalSeconds % 86_400 / 2)}"
        );
        Command packing = await Command.RunAsync(Repository.Root, "bash", "eng/pack", folder, version);
        packing.AssertSucceeded();
        return folder;
    }
}
