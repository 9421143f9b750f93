using System.Text.Json;
using ProfileSchema.Emulator;
using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests.Verify;

public sealed class VerifyTests : ToolTest
{
    [Fact]
    public async Task A_file_that_arrived_is_verified_by_a_sample()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        string rows = string.Concat(Enumerable.Range(0, 50).Select(i => $"M{i},gold,\"Malmö, {i}\"\n"));
        Write("m.csv", "id,tier,city\n" + rows);
        Assert.Equal(0, (await RunAsync(["send", "m.csv", "--key", "id", .. SendTo(emulator)])).ExitCode);
        emulator.ClearCalls();

        string[] verify = ["verify", "m.csv", "--key", "id", "--sample", "5", "--seed", "3", .. To(emulator)];
        ToolProcess run = await RunAsync(verify);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("m.csv: 5 of 50 rows compared", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"city +5 +0 +0 +0\n", run.Output);
        Assert.DoesNotContain("Malm", run.Output, StringComparison.Ordinal);
        string[] fetched = [.. emulator.Calls.Select(call => call.Path)];
        Assert.Equal(5, fetched.Distinct().Count());

        emulator.ClearCalls();
        Assert.Equal(0, (await RunAsync([.. verify, "--json"])).ExitCode);
        Assert.Equal(fetched, emulator.Calls.Select(call => call.Path));
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task What_did_not_arrive_is_told_by_line_without_id_or_value()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        TargetAccount account = emulator.GetAccount(Account);
        account.AddProfile("id-1", attributes: [new("tier", "gold-1"), new("city", "x")]);
        account.AddProfile("id-2", attributes: [new("tier", "other-2")]);
        Write("m.batch", "batch=thirdPartyId,tier,city\nid-1,gold-1,x\nid-2,gold-2,x\nid-3,gold-3\nid-4\n");
        ToolProcess run = await RunAsync(["verify", "m.batch", .. To(emulator)]);
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("m.batch:3 different (tier different, city missing)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("m.batch:4 not found\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("id-", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("gold-", run.Output, StringComparison.Ordinal);

        ToolProcess json = await RunAsync(["verify", "m.batch", "--json", .. To(emulator)]);
        Assert.Equal(1, json.ExitCode);
        JsonElement root = JsonDocument.Parse(json.Output).RootElement;
        Assert.Equal(4, root.GetProperty("compared").GetInt32());
        Assert.Equal(
            (1, 1, 1, 1),
            (
                root.GetProperty("equal").GetInt32(),
                root.GetProperty("different").GetInt32(),
                root.GetProperty("notFound").GetInt32(),
                root.GetProperty("empty").GetInt32()
            )
        );
        JsonElement first = root.GetProperty("others")[0];
        Assert.Equal(3, first.GetProperty("line").GetInt32());
        Assert.Equal("different", first.GetProperty("verdict").GetString());
        Assert.Equal("missing", first.GetProperty("parameters")[1].GetProperty("verdict").GetString());
        Assert.DoesNotContain("id-", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task What_was_never_sent_or_not_answered_for_is_told_with_its_reason()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("m.batch", "batch=thirdPartyId,tier\nid%2F1,x\nid-2,x\n");
        emulator.Faults.Next(TargetOperation.Fetch, Fault.Status(400));
        ToolProcess run = await RunAsync(["verify", "m.batch", .. To(emulator)]);
        Assert.Equal(4, run.ExitCode);
        Assert.Matches(@"m\.batch:2 rejected: .*Use an ID without them\.\n", run.Output);
        Assert.Matches(
            @"m\.batch:3 unanswered: The service answered 400 to a fetch\. Check the client code",
            run.Output
        );
        Assert.DoesNotContain("id-", run.Output, StringComparison.Ordinal);

        emulator.GetAccount(Account).AddProfile("id-2", attributes: [new("tier", "x")]);
        ToolProcess json = await RunAsync(["verify", "m.batch", "--json", .. To(emulator)]);
        Assert.Equal(1, json.ExitCode);
        JsonElement others = JsonDocument.Parse(json.Output).RootElement.GetProperty("others");
        Assert.Contains("the key contains", others[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, others.GetArrayLength());
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_told_and_no_success()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.GetAccount(Account).AddProfile("M1", attributes: [new("tier", "gold")]);
        Write("m.csv", "id,tier\nM1,gold\nM2,gold,1\n");

        ToolProcess run = await RunAsync(["verify", "m.csv", "--key", "id", "--json", .. To(emulator)]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("m.csv:3 rejected: the row has 3 cells", run.Error, StringComparison.Ordinal);

        JsonElement root = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((1, 1), (root.GetProperty("equal").GetInt32(), root.GetProperty("unreadable").GetInt32()));
    }

    [Fact]
    [Trait("Clause", "FETCH-3")]
    public async Task What_has_not_arrived_yet_is_an_exit_code_of_its_own()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.GetAccount(Account).AddProfile("id-1", attributes: [new("tier", "old")]);
        Write("m.batch", "batch=thirdPartyId,tier\nid-1,new\n");
        string[] verify = ["verify", "m.batch", .. To(emulator)];
        Assert.Equal(6, (await RunAsync([.. verify, "--sent-at", "2999-01-01T00:00:00Z"])).ExitCode);
        Assert.Equal(1, (await RunAsync([.. verify, "--sent-at", "2001-01-01T00:00:00Z"])).ExitCode);
        Assert.Equal(1, (await RunAsync(verify)).ExitCode);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_an_exit_code_of_its_own()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("m.batch", "batch=thirdPartyId,tier\nid-1,new\n");
        emulator.Faults.Next(TargetOperation.Fetch, Fault.Status(400));
        Assert.Equal(4, (await RunAsync(["verify", "m.batch", .. To(emulator)])).ExitCode);
        emulator.Faults.Next(TargetOperation.Fetch, Fault.Status(403));
        Assert.Equal(4, (await RunAsync(["verify", "m.batch", .. To(emulator)])).ExitCode);
        Assert.Equal(3, (await RunAsync(["verify", "none.batch", .. To(emulator)])).ExitCode);
    }
}
