using System.Text.RegularExpressions;
using ProfileSchema.PackageTests.Consuming;

namespace ProfileSchema.PackageTests;

/// <summary>The rules are reported in a build that references the package, and their fixes can be applied there.</summary>
[Trait("Category", "Heavy")]
public sealed partial class RuleTests(PackageFolder packages)
{
    [Fact(Explicit = true)]
    public async Task A_broken_rule_fails_the_build_until_its_fix_is_applied()
    {
        using Workspace workspace = await Workspace.CreateAsync(packages, "Broken");
        Command build = await workspace.DotnetAsync("build", "Broken");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["error PRF001", "warning PRF027"], Diagnostics(build));

        Command format = await workspace.DotnetAsync("format", "analyzers", "Broken", "--diagnostics", "PRF001");
        format.AssertSucceeded();
        string fixedSource = await File.ReadAllTextAsync(
            Path.Combine(workspace.Root, "Broken", "Sealed.cs"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("public partial class Sealed", fixedSource, StringComparison.Ordinal);

        Command again = (await workspace.DotnetAsync("build", "Broken")).AssertSucceeded();
        Assert.Equal(["warning PRF027"], Diagnostics(again));
    }

    private static IEnumerable<string> Diagnostics(Command build) =>
        Diagnostic().Matches(build.Output).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?:error|warning) [A-Z]+\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Diagnostic();
}
