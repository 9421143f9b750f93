using System.Text;
using System.Xml.Linq;
using ProfileSchema.PackageTests.Consuming;

namespace ProfileSchema.PackageTests.Contents;

/// <summary>What a package says of itself, and what it brings along.</summary>
[Trait("Category", "Heavy")]
public sealed class ManifestTests(PackageFolder packages)
{
    public static TheoryData<string> Ids => [.. PackageFolder.Ids];

    public static TheoryData<string> AllIds => [.. PackageFolder.AllIds];

    [Theory(Explicit = true)]
    [MemberData(nameof(AllIds))]
    public async Task A_package_says_what_a_gallery_shows(string id)
    {
        XElement metadata = await packages.MetadataAsync(id);
        Assert.Equal(id, metadata.Element("id")!.Value);
        Assert.Equal("MIT", metadata.Element("license")!.Value);
        Assert.Equal("expression", metadata.Element("license")!.Attribute("type")!.Value);
        Assert.Equal("icon.png", metadata.Element("icon")!.Value);
        Assert.Equal("README.md", metadata.Element("readme")!.Value);
        Assert.Contains("adobe-target", metadata.Element("tags")!.Value.Split(' '));
        Assert.True(metadata.Element("description")!.Value.Length > 40);
        Assert.NotEmpty(metadata.Element("repository")!.Attribute("commit")!.Value);
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(AllIds))]
    public async Task A_package_has_a_page_of_its_own_that_leads_nowhere_outside_of_it(string id)
    {
        string page = Encoding.UTF8.GetString(await packages.ReadAsync(id, "README.md"));
        Assert.StartsWith($"# {id}\n", page, StringComparison.Ordinal);
        // A gallery has neither the other files of the repository nor HTML.
        Assert.DoesNotMatch(@"\]\((?!https://)", page);
        Assert.DoesNotMatch("<(img|p|picture)\\b", page);
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(Ids))]
    public async Task A_package_depends_on_what_its_project_declares_and_on_nothing_else(string id)
    {
        XElement metadata = await packages.MetadataAsync(id);
        XElement[] groups = [.. metadata.Element("dependencies")!.Elements("group")];
        Assert.Equal(
            ["net10.0", "net8.0"],
            groups.Select(group => group.Attribute("targetFramework")!.Value).Order(StringComparer.Ordinal)
        );
        foreach (XElement group in groups)
        {
            Assert.Equal(
                Declared(id).Order(StringComparer.Ordinal),
                group
                    .Elements("dependency")
                    .Select(dependency => dependency.Attribute("id")!.Value)
                    .Order(StringComparer.Ordinal)
            );
        }
    }

    [Theory(Explicit = true)]
    [InlineData("net8.0", "8.0.0")]
    [InlineData("net10.0", "10.0.0")]
    public async Task The_client_asks_for_the_lowest_version_of_the_band_of_each_framework(
        string framework,
        string version
    )
    {
        XElement metadata = await packages.MetadataAsync("ProfileSchema.Client");

        string[] versions =
        [
            .. metadata
                .Descendants("group")
                .Single(group => group.Attribute("targetFramework")!.Value == framework)
                .Elements("dependency")
                .Where(dependency => IsInBands(dependency.Attribute("id")!.Value))
                .Select(dependency => dependency.Attribute("version")!.Value),
        ];

        Assert.Equal(3, versions.Length);
        Assert.All(versions, found => Assert.Equal(version, found));
    }

    [Fact(Explicit = true)]
    public async Task The_schema_package_depends_on_nothing()
    {
        XElement metadata = await packages.MetadataAsync("ProfileSchema");
        Assert.Empty(metadata.Descendants("dependency"));
        Assert.Empty(metadata.Descendants("frameworkReference"));
    }

    [Fact(Explicit = true)]
    public async Task Whoever_adds_the_client_gets_the_generator_with_it()
    {
        XElement metadata = await packages.MetadataAsync("ProfileSchema.Client");
        Assert.All(
            metadata
                .Descendants("dependency")
                .Where(dependency => dependency.Attribute("id")!.Value == "ProfileSchema"),
            dependency => Assert.Equal("All", dependency.Attribute("include")?.Value)
        );
    }

    [Fact(Explicit = true)]
    public async Task The_client_which_uses_internals_of_the_schema_package_asks_for_the_very_version_it_was_built_with()
    {
        XElement metadata = await packages.MetadataAsync("ProfileSchema.Client");

        string version = metadata.Element("version")!.Value;
        Assert.All(
            metadata
                .Descendants("dependency")
                .Where(dependency => dependency.Attribute("id")!.Value == "ProfileSchema"),
            dependency => Assert.Equal($"[{version}]", dependency.Attribute("version")?.Value)
        );
    }

    /// <summary>Whether it has a version for each version of .NET.</summary>
    private static bool IsInBands(string id) =>
        id.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || id.StartsWith("System.", StringComparison.Ordinal);

    /// <summary>The references of a project that reach its users: not those that it keeps to itself.</summary>
    private static IEnumerable<string> Declared(string id)
    {
        XDocument project = XDocument.Load(Path.Combine(Repository.Root, "src", id, id + ".csproj"));
        return project
            .Descendants()
            .Where(reference => reference.Name.LocalName is "PackageReference" or "ProjectReference")
            .Where(reference => reference.Attribute("PrivateAssets")?.Value != "all")
            .Select(reference => reference.Attribute("Include")!.Value)
            .Select(include =>
                include.EndsWith(".csproj", StringComparison.Ordinal)
                    ? Path.GetFileNameWithoutExtension(include)
                    : include
            );
    }
}
