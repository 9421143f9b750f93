using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;
using ProfileSchema.PackageTests.Consuming;

namespace ProfileSchema.PackageTests.Contents;

/// <summary>Which files a package holds, and what must not be in them.</summary>
[Trait("Category", "Heavy")]
public sealed class FileTests(PackageFolder packages)
{
    private static readonly Version OldestCompiler = new(4, 8, 0, 0);

    private static readonly string[] CompilerAssemblies =
    [
        "analyzers/dotnet/cs/ProfileSchema.CodeFixes.dll",
        "analyzers/dotnet/cs/ProfileSchema.Generator.dll",
    ];

    public static TheoryData<string> Ids => [.. PackageFolder.Ids];

    public static TheoryData<string> AllIds => [.. PackageFolder.AllIds];

    [Theory(Explicit = true)]
    [MemberData(nameof(Ids))]
    public async Task A_package_holds_its_assembly_and_no_unexpected_file(string id)
    {
        string[] expected =
        [
            "README.md",
            "icon.png",
            $"{id}.nuspec",
            $"lib/net10.0/{id}.dll",
            $"lib/net10.0/{id}.xml",
            $"lib/net8.0/{id}.dll",
            $"lib/net8.0/{id}.xml",
            .. id == "ProfileSchema" ? CompilerAssemblies : [],
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), await packages.FilesAsync(id));
    }

    [Fact(Explicit = true)]
    public async Task The_tool_holds_all_that_it_runs_with()
    {
        IReadOnlyList<string> files = await packages.FilesAsync(PackageFolder.ToolId);
        Assert.Superset(
            new HashSet<string>(
                [
                    "README.md",
                    "icon.png",
                    "tools/net10.0/any/DotnetToolSettings.xml",
                    "tools/net10.0/any/ProfileSchema.Tool.dll",
                    "tools/net10.0/any/ProfileSchema.Client.dll",
                    "tools/net10.0/any/ProfileSchema.dll",
                ],
                StringComparer.Ordinal
            ),
            files.ToHashSet(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(files, file => file.StartsWith("lib/", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.StartsWith("analyzers/", StringComparison.Ordinal));
    }

    [Fact(Explicit = true)]
    public async Task The_tool_runs_where_there_is_only_a_later_framework()
    {
        const string file = "tools/net10.0/any/ProfileSchema.Tool.runtimeconfig.json";
        using JsonDocument configuration = JsonDocument.Parse(await packages.ReadAsync(PackageFolder.ToolId, file));
        JsonElement options = configuration.RootElement.GetProperty("runtimeOptions");
        Assert.Equal("Major", options.GetProperty("rollForward").GetString());
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(Ids))]
    public async Task Symbols_stand_in_a_package_of_their_own(string id) =>
        Assert.Equal(
            [$"{id}.nuspec", $"lib/net10.0/{id}.pdb", $"lib/net8.0/{id}.pdb"],
            (await packages.FilesAsync(id, "snupkg")).Order(StringComparer.Ordinal)
        );

    [Theory(Explicit = true)]
    [MemberData(nameof(AllIds))]
    public async Task No_file_names_a_folder_of_the_machine_that_packed_it(string id)
    {
        byte[] root = Encoding.UTF8.GetBytes(Repository.Root);
        foreach (string extension in new[] { "nupkg", "snupkg" })
        {
            foreach (string file in await packages.FilesAsync(id, extension))
            {
                byte[] content = await packages.ReadAsync(id, file, extension);
                Assert.True(content.AsSpan().IndexOf(root) < 0, $"{file} of {id}");
            }
        }
    }

    [Theory(Explicit = true)]
    [InlineData("analyzers/dotnet/cs/ProfileSchema.CodeFixes.dll")]
    [InlineData("analyzers/dotnet/cs/ProfileSchema.Generator.dll")]
    public async Task What_the_compiler_runs_loads_in_the_first_SDK_of_dotnet_8(string file)
    {
        using var image = new PEReader([.. await packages.ReadAsync("ProfileSchema", file)]);
        MetadataReader metadata = image.GetMetadataReader();
        AssemblyReference[] compiler =
        [
            .. metadata
                .AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Where(reference =>
                    metadata.GetString(reference.Name).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                ),
        ];
        Assert.NotEmpty(compiler);
        Assert.All(compiler, reference => Assert.True(reference.Version <= OldestCompiler));
    }
}
