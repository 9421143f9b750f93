using System.Globalization;
using System.Text.RegularExpressions;
using ProfileSchema.PackageTests.Consuming;

namespace ProfileSchema.PackageTests;

/// <summary>Programs and libraries that have the packages and nothing else of ours.</summary>
[Trait("Category", "Heavy")]
public sealed partial class ConsumerTests(PackageFolder packages)
{
    [Fact(Explicit = true)]
    public async Task Console_web_and_library_build_without_warning_and_run_on_both_frameworks()
    {
        using Workspace workspace = await Workspace.CreateAsync(packages, "Model", "Console", "Web");
        (await workspace.DotnetAsync("build", "Consumers.slnx")).AssertSucceeded();
        foreach ((string framework, string major) in new[] { ("net8.0", "8"), ("net10.0", "10") })
        {
            Command console = (await workspace.RunAsync("Console", framework)).AssertSucceeded();
            Assert.Equal($"{major}: 2 updated, ltv 99.50, 0 violations", console.Output.Trim());
            Command web = (await workspace.RunAsync("Web", framework)).AssertSucceeded();
            Assert.Equal($"{major}: true, 12.50, 0 violations", web.Output.Trim());
        }
    }

    [Fact(Explicit = true)]
    public async Task A_program_of_dotnet_8_that_names_packages_of_its_own_band_restores_builds_and_runs()
    {
        using Workspace workspace = await Workspace.CreateAsync(packages, "Model", "Pinned");

        Command build = await workspace.DotnetAsync("build", "Pinned");

        build.AssertSucceeded();
        Command run = (await workspace.RunAsync("Pinned", "net8.0")).AssertSucceeded();
        Assert.Equal("8: True, 8.0.0.0", run.Output.Trim());
    }

    [Theory(Explicit = true)]
    [InlineData("ProfileSchema")]
    [InlineData("ProfileSchema.Client")]
    public async Task The_tests_of_a_project_pass_on_its_package(string tested)
    {
        using Workspace workspace = await Workspace.CreateAsync(packages, "Tests");
        string property = $"-property:Tested={tested}";
        (await workspace.DotnetAsync("build", "Tests", property)).AssertSucceeded();
        foreach (string framework in new[] { "net8.0", "net10.0" })
        {
            string[] run = ["run", "--no-build", "--project", "Tests", "--framework", framework, property];
            Command tests = (await workspace.DotnetAsync(run)).AssertSucceeded();
            Assert.True(
                int.Parse(Succeeded().Match(tests.Output).Groups["count"].ValueSpan, CultureInfo.InvariantCulture)
                    > 100,
                tests.Output
            );
        }
    }

    [GeneratedRegex(@"succeeded: (?<count>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Succeeded();
}
