using ProfileSchema.PackageTests.Consuming;

namespace ProfileSchema.PackageTests;

/// <summary>The tool as a person gets it: installed out of the package, under its own name.</summary>
[Trait("Category", "Heavy")]
public sealed class ToolTests(PackageFolder packages)
{
    [Fact(Explicit = true)]
    public async Task The_tool_is_installed_and_runs()
    {
        using Workspace workspace = await Workspace.CreateAsync(packages);
        string version = await packages.VersionAsync();
        string place = Path.Combine(workspace.Root, "tools");
        Command install = await workspace.DotnetAsync(
            "tool",
            "install",
            PackageFolder.ToolId,
            "--version",
            version,
            "--tool-path",
            place
        );
        install.AssertSucceeded();
        string tool = Path.Combine(place, OperatingSystem.IsWindows() ? "profileschema.exe" : "profileschema");

        Command told = (await Command.RunAsync(workspace.Root, tool, "--version")).AssertSucceeded();
        Assert.StartsWith(version, told.Output, StringComparison.Ordinal);

        string csv = Path.Combine(workspace.Root, "m.csv");
        await File.WriteAllTextAsync(csv, "id;city\nM1;Köln\nM2;Rome\n", TestContext.Current.CancellationToken);
        (await Command.RunAsync(workspace.Root, tool, "split", csv, "--key", "id")).AssertSucceeded();
        Command check = await Command.RunAsync(workspace.Root, tool, "check", "m-0001.batch");
        Assert.Matches(@"rows +2\n", check.AssertSucceeded().Output);

        // What the tool brings along is asked for once: the client, and the library that it shares with an assembly.
        Command schema = await Command.RunAsync(workspace.Root, tool, "schema", typeof(ToolTests).Assembly.Location);
        Assert.Contains("declares no profile", schema.Output, StringComparison.Ordinal);
        Command dryRun = await Command.RunAsync(
            workspace.Root,
            tool,
            ["send", csv, "--key", "id", "--client", "acme", "--dry-run"]
        );
        Assert.Contains("2 would be sent", dryRun.AssertSucceeded().Output, StringComparison.Ordinal);
    }
}
