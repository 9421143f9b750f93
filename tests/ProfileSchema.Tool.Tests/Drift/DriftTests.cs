using System.Text.Json;
using ProfileSchema.Emulator;
using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests.Drift;

[Trait("Clause", "ATTR-1")]
public sealed class DriftTests : ToolTest
{
    private static readonly string Assembly = typeof(DriftTests).Assembly.Location;

    private static readonly Dictionary<string, string?> Token = new() { ["PROFILESCHEMA_ADOBE_TOKEN"] = "adobe-t0ken" };

    [Fact]
    public async Task The_profiles_of_an_assembly_are_compared_with_the_account()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator
            .GetAccount(Account)
            .AddProfile(
                "m1",
                attributes: [new("Tier", "x"), new("ltv", "x"), new("liked_brands", "x"), new("web", "x")]
            );
        ToolProcess run = await RunWithAsync(null, Token, ["drift", Assembly, .. ToAdobe(emulator)]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"Loading {Assembly}", run.Error, StringComparison.Ordinal);
        Assert.Matches(
            @"tier +different in case: known as Tier +ProfileSchema\.Tool\.Tests\.Schema\.Shopper",
            run.Output
        );
        Assert.Matches(@"weight +sent but unknown +ProfileSchema\.Tool\.Tests\.Schema\.Parcel", run.Output);
        Assert.Matches(@"web +known but never sent\n", run.Output);
        Assert.Contains(
            "2 sent but unknown, 1 different in case, 1 known but never sent",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("ltv ", run.Output, StringComparison.Ordinal);
        Assert.Equal("Bearer adobe-t0ken", emulator.Calls[0].Headers["Authorization"]);
        Assert.Empty(emulator.Violations);

        ToolProcess json = await RunWithAsync(null, Token, ["drift", Assembly, "--json", .. ToAdobe(emulator)]);
        JsonElement root = JsonDocument.Parse(json.Output).RootElement;
        Assert.True(root.GetProperty("hasDrift").GetBoolean());
        Assert.Equal("Tier", root.GetProperty("differentInCase")[0].GetProperty("known").GetString());
        Assert.Equal(
            "ProfileSchema.Tool.Tests.Schema.Parcel",
            root.GetProperty("sentButUnknown")[1].GetProperty("profiles")[0].GetString()
        );
        Assert.Equal("web", root.GetProperty("knownButNeverSent")[0].GetString());
    }

    [Fact]
    public async Task An_account_that_knows_all_is_no_finding()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        string[] names = ["tier", "ltv", "liked_brands", "email", "weight", "of_a_page"];
        emulator.GetAccount(Account).AddProfile("m1", attributes: names.Select(name => KeyValuePair.Create(name, "x")));

        ToolProcess run = await RunWithAsync(
            "adobe-t0ken\n",
            [],
            ["drift", Assembly, "--adobe-token-stdin", .. ToAdobe(emulator)]
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "0 sent but unknown, 0 different in case, 1 known but never sent",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task A_refusal_is_an_exit_code_of_its_own_and_no_token_is_shown()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(TargetOperation.ProfileAttributes, Fault.Status(403));

        ToolProcess run = await RunWithAsync(null, Token, ["drift", Assembly, .. ToAdobe(emulator)]);

        Assert.Equal((4, ""), (run.ExitCode, run.Output));
        Assert.DoesNotContain("t0ken", run.Error, StringComparison.Ordinal);

        ToolProcess argument = await RunAsync(["drift", Assembly, "--adobe-token", "t0ken", .. ToAdobe(emulator)]);

        Assert.Equal(2, argument.ExitCode);
        Assert.Contains("--adobe-token-env", argument.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("t0ken", argument.Error, StringComparison.Ordinal);
    }

    private static string[] ToAdobe(TargetEmulator emulator) =>
        ["--tenant", Account, "--api-key", "key", "--base-address", emulator.BaseAddress.ToString()];
}
