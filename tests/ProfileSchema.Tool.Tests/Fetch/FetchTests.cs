using System.Text.Json;
using ProfileSchema.Emulator;
using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests.Fetch;

public sealed class FetchTests : ToolTest
{
    [Fact]
    [Trait("Clause", "FETCH-1")]
    public async Task A_profile_is_read_back_with_its_values_made_harmless()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("m.batch", $"batch=thirdPartyId,tier,note,long\nM1,gold,%1B%5B2J%5Bred%5D,{new string('x', 300)}\n");
        Assert.Equal(0, (await RunAsync(["send", "m.batch", .. SendTo(emulator)])).ExitCode);

        ToolProcess run = await RunAsync(["fetch", "M1", .. To(emulator)]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"tier +gold +\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ\n", run.Output);
        Assert.Contains(@"\u001B[2J[red]", run.Output, StringComparison.Ordinal);
        Assert.Contains("… (300 characters)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output);

        ToolProcess terminal = await RunOnTerminalAsync(null, ["fetch", "M1", .. To(emulator)]);
        Assert.Contains("[red]", terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[2J", terminal.Output, StringComparison.Ordinal);

        ToolProcess json = await RunWithAsync("M1\n", [], ["fetch", "-", "--json", .. To(emulator)]);
        JsonElement attributes = JsonDocument.Parse(json.Output).RootElement.GetProperty("attributes");
        Assert.Equal(300, attributes.GetProperty("long").GetProperty("value").GetString()!.Length);
    }

    [Fact]
    [Trait("Clause", "FETCH-4")]
    public async Task That_there_is_no_such_profile_is_an_exit_code_of_its_own()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ToolProcess run = await RunAsync(["fetch", "S3CRET", .. To(emulator)]);
        Assert.Equal((5, ""), (run.ExitCode, run.Output));
        Assert.DoesNotContain("S3CRET", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_an_exit_code_of_its_own()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(TargetOperation.Fetch, Fault.Status(400));
        ToolProcess run = await RunAsync(["fetch", "S3CRET", .. To(emulator)]);
        Assert.Equal(4, run.ExitCode);
        Assert.DoesNotContain("S3CRET", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task Fetch_when_the_service_answers_with_an_error_shows_its_text_on_request_only()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(TargetOperation.Fetch, Fault.Status(400), Fault.Status(400));

        ToolProcess run = await RunAsync(["fetch", "S3CRET", .. To(emulator)]);
        ToolProcess verbose = await RunAsync(["fetch", "S3CRET", "--verbose", .. To(emulator)]);

        Assert.Contains("answered 400", run.Error, StringComparison.Ordinal);
        Assert.Contains("--verbose shows its text.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("The service says", run.Error, StringComparison.Ordinal);
        Assert.Contains("The service says", verbose.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task A_status_that_the_service_does_not_know_is_an_exit_code_of_its_own()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        var address = new Uri(emulator.BaseAddress, $"/m2/{Account}/profile/batchStatus?batchId=acme-none");

        ToolProcess run = await RunAsync(["status", address.ToString(), .. To(emulator)]);

        Assert.Equal((5, ""), (run.ExitCode, run.Error));
        Assert.Contains("unknown", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            "unknown",
            JsonDocument
                .Parse((await RunAsync(["status", address.ToString(), "--json", .. To(emulator)])).Output)
                .RootElement.GetProperty("state")
                .GetString()
        );
    }
}
