using System.Text.Json;
using ProfileSchema.PackageTests.Consuming;

namespace ProfileSchema.PackageTests.Contents;

/// <summary>Which version a package gets: a release, whatever tags there are, and the one that the tag of its commit says.</summary>
[Trait("Category", "Heavy")]
public sealed class VersionTests
{
    public static TheoryData<string> AllIds => [.. PackageFolder.AllIds];

    [Theory(Explicit = true)]
    [MemberData(nameof(AllIds))]
    public async Task Packed_as_it_is_a_package_is_a_release_that_needs_no_switch(string id)
    {
        string project = Path.Combine("src", id);
        Command version = await Command.DotnetAsync(Repository.Root, "msbuild", project, "-getProperty:PackageVersion");
        Assert.Matches(@"^\d+\.\d+\.\d+$", version.AssertSucceeded().Output.Trim());
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(AllIds))]
    public async Task PackageProjectUrl_is_the_address_of_the_project_and_of_the_repository(string id)
    {
        const string url = "https://example.com/profiles";
        string project = Path.Combine("src", id);

        Command set = await Command.DotnetAsync(
            Repository.Root,
            ["msbuild", project, .. Addresses, $"-p:PackageProjectUrl={url}"]
        );
        Command unset = await Command.DotnetAsync(Repository.Root, ["msbuild", project, .. Addresses]);

        Assert.Equal((url, url), Read(set));
        Assert.Equal(("", ""), Read(unset));
    }

    [Fact(Explicit = true)]
    public async Task PackageProjectUrl_is_where_the_rules_link_to_and_without_it_they_have_no_links()
    {
        string[] question = ["msbuild", Path.Combine("src", "ProfileSchema.Generator"), "-getProperty:RulePages"];

        Command set = await Command.DotnetAsync(
            Repository.Root,
            [.. question, "-p:PackageProjectUrl=https://example.com/profiles/"]
        );
        Command unset = await Command.DotnetAsync(Repository.Root, question);

        Assert.Matches(
            @"^https://example\.com/profiles/blob/v\d+\.\d+\.\d+/docs/reference/rules$",
            set.AssertSucceeded().Output.Trim()
        );
        Assert.Empty(unset.AssertSucceeded().Output.Trim());
    }

    private static string[] Addresses => ["-getProperty:PackageProjectUrl", "-getProperty:RepositoryUrl"];

    private static (string? Project, string? Repository) Read(Command command)
    {
        JsonElement properties = JsonElement.Parse(command.AssertSucceeded().Output).GetProperty("Properties");
        return (
            properties.GetProperty("PackageProjectUrl").GetString(),
            properties.GetProperty("RepositoryUrl").GetString()
        );
    }

    [Fact(Explicit = true)]
    public async Task A_commit_that_has_the_tag_of_another_version_is_not_packed()
    {
        using Clone clone = await Clone.CreateAsync();
        await clone.GitAsync("tag", "v99.0.0");
        Command packing = await Command.RunAsync(clone.Root, "bash", "eng/pack", "packed");
        Assert.Equal(1, packing.ExitCode);
        Assert.Contains("has the tag v99.0.0", packing.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(clone.Root, "packed")));
    }
}
