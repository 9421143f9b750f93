using System.Xml.Linq;

namespace ProfileSchema.PackageTests.Consuming;

/// <summary>Copies of consumers in a folder outside the repository, where the packed packages are one more source.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("profileschema-consumers-");

    public string Root => _root.FullName;

    public static async Task<Workspace> CreateAsync(PackageFolder packages, params string[] consumers)
    {
        var workspace = new Workspace();
        workspace.WriteNuGetConfig(await packages.PathAsync());
        workspace.WriteBuildProperties(await packages.VersionAsync());
        foreach (string consumer in consumers)
        {
            workspace.Copy(consumer);
        }

        new XElement(
            "Solution",
            consumers.Select(name => new XElement("Project", new XAttribute("Path", $"{name}/{name}.csproj")))
        ).Save(Path.Combine(workspace.Root, "Consumers.slnx"));
        return workspace;
    }

    public Task<Command> DotnetAsync(params string[] arguments) => Command.DotnetAsync(Root, arguments);

    public Task<Command> RunAsync(string consumer, string framework, params string[] arguments) =>
        DotnetAsync(["run", "--no-build", "--project", consumer, "--framework", framework, "--", .. arguments]);

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>The machine's own sources stay; what it has downloaded is read, and nothing is added to it.</summary>
    private void WriteNuGetConfig(string packages) =>
        new XElement(
            "configuration",
            new XElement("packageSources", Setting("packed", packages)),
            new XElement("config", Setting("globalPackagesFolder", Path.Combine(Root, "packages"))),
            new XElement("fallbackPackageFolders", Setting("machine", Repository.PackageCache))
        ).Save(Path.Combine(Root, "nuget.config"));

    private static XElement Setting(string key, string value) =>
        new("add", new XAttribute("key", key), new XAttribute("value", value));

    private void WriteBuildProperties(string version) =>
        new XElement(
            "Project",
            new XElement(
                "PropertyGroup",
                new XElement("ProfileSchemaVersion", version),
                new XElement("Repository", Repository.Root)
            ),
            new XElement("Import", new XAttribute("Project", "Consumers.props"))
        ).Save(Path.Combine(Root, "Directory.Build.props"));

    private void Copy(string consumer)
    {
        File.Copy(
            Path.Combine(Repository.Consumers, "Consumers.props"),
            Path.Combine(Root, "Consumers.props"),
            overwrite: true
        );
        DirectoryInfo target = _root.CreateSubdirectory(consumer);
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Consumers, consumer)))
        {
            File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)));
        }
    }
}
