using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json;
using ProfileSchema.Client;
using ProfileSchema.Emulator;
using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests.Send;

public sealed class SendTests : ToolTest
{
    private static readonly TargetEmulatorOptions Plenty = new() { BulkCallsPerMinute = null };

    /// <summary>The client gives a file up at once if the service asks it to wait longer than it retries.</summary>
    private static readonly RetryAfter LongerThanAnyRetry = RetryAfter.Seconds(
        2 * (int)new BulkOptions().RetryTimeout.TotalSeconds
    );

    [Fact]
    [Trait("Clause", "BULK-1")]
    public async Task Send_of_a_csv_export_stores_its_rows_and_prints_the_totals()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("m.csv", "id,city,tier\nM1,\"Köln, Süd\",gold\nM/2,x,y\nM3,,\n");

        ToolProcess run = await RunAsync(["send", "m.csv", "--key", "id", .. SendTo(emulator)]);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"read +3\n", run.Output);
        Assert.Matches(@"rejected +1\n", run.Output);
        Assert.Matches(@"updated +1\n", run.Output);
        Assert.Contains("m.csv:3 rejected", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            "Done: 3 rows read, 1 accepted, 1 updated, 1 rejected, 0 not sent or declined.",
            LastLine(run.Error)
        );
        Assert.DoesNotContain('\e', run.Output + run.Error);
        Assert.Equal("Köln, Süd", Stored(emulator, "M1", "city"));
        Assert.Empty(emulator.Violations);
        AssertNothingIsKept();
    }

    [Fact]
    public async Task Send_of_batch_files_sends_them_unchanged()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("1.batch", "batch=thirdPartyId,tier\nM1,gold\n");
        Write("2.batch", "batch=thirdPartyId,tier\nM2,silver\n");

        ToolProcess run = await RunAsync(["send", "1.batch", "2.batch", .. SendTo(emulator)]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("gold", Stored(emulator, "M1", "tier"));
        Assert.Equal("silver", Stored(emulator, "M2", "tier"));
        Assert.Equal(
            "Done: 2 rows read, 2 accepted, 2 updated, 0 rejected, 0 not sent or declined.",
            LastLine(run.Error)
        );
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public async Task Nothing_is_rejected_from_batch_files_nor_merged_in_them()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("1.batch", "batch=thirdPartyId,tier\nM1,gold\n");
        ToolProcess run = await RunAsync(["send", "1.batch", "--duplicates", "merge", .. SendTo(emulator)]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("1.batch is a batch file, which is sent as it is", run.Error, StringComparison.Ordinal);
        Assert.Empty(emulator.Calls);
    }

    [Theory]
    [InlineData("batch=thirdPartyId,tier\nM1,a b\n", 1, "has 1 errors")]
    [InlineData("id,tier\nM1,\"cut", 1, "line 2")]
    [InlineData("nr,tier\nM1,gold\n", 2, "There is no column 'id'")]
    [InlineData("", 1, "is empty")]
    public async Task Send_with_one_unreadable_file_sends_none(string second, int exitCode, string message)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("good.csv", "id,tier\nM1,gold\n");
        Write("second", second);

        ToolProcess run = await RunAsync([
            "send",
            "good.csv",
            "second",
            "missing.csv",
            "--key",
            "id",
            .. SendTo(emulator),
        ]);

        Assert.True(run.ExitCode == exitCode || run.ExitCode == 3, run.Error);
        Assert.True(
            run.Error.Contains(message, StringComparison.Ordinal)
                || run.Error.Contains("missing.csv", StringComparison.Ordinal),
            run.Error
        );
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "ID-5")]
    public async Task Send_by_pcId_without_a_version_is_a_usage_error()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("m.batch", "batch=pcId,tier\n1.28_0,gold\n");
        ToolProcess run = await RunAsync(["send", "m.batch", .. SendTo(emulator)]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--api-version", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(["send", "m.batch", "--api-version", "v2", .. SendTo(emulator)])).ExitCode);
    }

    [Fact]
    public async Task Send_with_json_writes_the_outcome_of_every_row_and_batch()
    {
        TargetEmulator emulator = await StartEmulatorAsync(Plenty);
        Write("m.csv", "id,tier\nM1,gold\nM2,\nM/3,x\nM4,gold\nM5\nM1,silver\n");
        ToolProcess run = await RunAsync([
            "send",
            "m.csv",
            "--key",
            "id",
            "--json",
            "--max-rows",
            "2",
            .. SendTo(emulator),
        ]);
        Assert.Equal(1, run.ExitCode);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.True(json.GetProperty("complete").GetBoolean());
        JsonElement file = Assert.Single(json.GetProperty("files").EnumerateArray());
        Assert.Equal("finished", file.GetProperty("state").GetString());
        foreach (
            (string name, int expected) in new[]
            {
                ("read", 6),
                ("rejected", 2),
                ("empty", 1),
                ("accepted", 3),
                ("updated", 3),
                ("duplicates", 1),
            }
        )
        {
            Assert.Equal((name, expected), (name, file.GetProperty(name).GetInt32()));
        }

        JsonElement[] batches = [.. file.GetProperty("batches").EnumerateArray()];
        Assert.Equal([2, 1], batches.Select(batch => batch.GetProperty("rows").GetInt32()));
        Assert.All(batches, batch => Assert.Equal("Complete", batch.GetProperty("state").GetString()));
        Assert.Equal(
            [(4, "KeyCharacter"), (6, "CellCount")],
            file.GetProperty("rejections")
                .EnumerateArray()
                .Select(row => (row.GetProperty("line").GetInt32(), row.GetProperty("reason").GetString()!))
        );

        // The address of a batch is what 'status' asks.
        ToolProcess status = await RunAsync([
            "status",
            batches[0].GetProperty("statusUrl").GetString()!,
            .. To(emulator),
        ]);
        Assert.Equal((0, ""), (status.ExitCode, status.Error));
        Assert.Matches(@"updated +2\n", status.Output);
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task Send_with_dry_run_shows_columns_masks_values_and_makes_no_call()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("m.csv", "id,tier,city\nKEY-S3,SECRET,\nKEY-S4,SECRET,Rome\nKEY/S5,x,y\n");
        ToolProcess run = await RunAsync(["send", "m.csv", "--key", "id", "--dry-run", .. To(emulator)]);
        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"tier +2 +6 +\*{6} \(6 characters\)", run.Output);
        Assert.Matches(@"city +1 +4 +\*{4} \(4 characters\)", run.Output);
        Assert.Contains("3 rows read: 2 would be sent as 1 batches", run.Output, StringComparison.Ordinal);
        Assert.Equal("Nothing was sent.", LastLine(run.Error));
        foreach (string value in new[] { "S3", "S4", "S5", "SECRET", "Rome" })
        {
            Assert.DoesNotContain(value, run.Output + run.Error, StringComparison.Ordinal);
        }

        Assert.Empty(emulator.Calls);
        ToolProcess json = await RunAsync(["send", "m.csv", "--key", "id", "--dry-run", "--json", .. To(emulator)]);
        Assert.Equal(
            2,
            JsonDocument.Parse(json.Output).RootElement.GetProperty("files")[0].GetProperty("rows").GetInt32()
        );
    }

    [Fact]
    [Trait("Clause", "AUTH-1")]
    public async Task A_token_comes_from_the_environment_a_file_or_the_standard_input()
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "t0ken" });
        Write("m.csv", "id,tier\nM1,gold\n");
        Write("token", "t0ken\n");
        string[] send = ["send", "m.csv", "--key", "id", .. SendTo(emulator)];

        ToolProcess without = await RunAsync(send);

        Assert.Equal(4, without.ExitCode);
        Assert.Contains("403", without.Error, StringComparison.Ordinal);
        Assert.StartsWith("Not done: ", LastLine(without.Error), StringComparison.Ordinal);
        Assert.Equal(4, (await RunWithAsync(null, new() { ["PROFILESCHEMA_TOKEN"] = "other" }, send)).ExitCode);
        Assert.Equal(0, (await RunWithAsync(null, new() { ["PROFILESCHEMA_TOKEN"] = "t0ken" }, send)).ExitCode);
        Assert.Equal(
            0,
            (await RunWithAsync(null, new() { ["MINE"] = "t0ken" }, [.. send, "--token-env", "MINE"])).ExitCode
        );
        Assert.Equal(0, (await RunAsync([.. send, "--token-file", "token"])).ExitCode);
        Assert.Equal(0, (await RunWithAsync("t0ken\n", [], [.. send, "--token-stdin"])).ExitCode);
        Assert.Equal(2, (await RunWithAsync("", [], [.. send, "--token-stdin"])).ExitCode);
        Assert.Equal(2, (await RunAsync([.. send, "--token-env", "NOT_SET"])).ExitCode);
        Assert.Equal(3, (await RunAsync([.. send, "--token-file", "missing"])).ExitCode);
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task Send_when_the_service_repeats_the_request_shows_its_text_on_request_only()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("m.csv", "id,tier\nM1,gold\n");
        string[] send = ["send", "m.csv", "--key", "id", .. SendTo(emulator)];
        emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            [.. Enumerable.Repeat(Fault.Unsuccessful("refused: Authorization ECHOED"), 3)]
        );

        ToolProcess table = await RunAsync(send);
        ToolProcess json = await RunAsync([.. send, "--json"]);
        ToolProcess verbose = await RunAsync([.. send, "--verbose"]);

        Assert.DoesNotContain(
            "ECHOED",
            table.Output + table.Error + json.Output + json.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("answered 200", table.Output, StringComparison.Ordinal);
        JsonElement file = JsonDocument.Parse(json.Output).RootElement.GetProperty("files")[0];
        Assert.Equal(200, file.GetProperty("batches")[0].GetProperty("statusCode").GetInt32());
        Assert.Contains("refused: Authorization ECHOED", verbose.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task Send_when_a_redirect_comes_shows_why_the_client_does_not_follow_it()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Redirect(new Uri("http://127.0.0.1:9/")));
        Write("m.csv", "id,tier\nM1,gold\n");

        ToolProcess run = await RunAsync(["send", "m.csv", "--key", "id", .. SendTo(emulator)]);

        Assert.Contains(
            "The service at 127.0.0.1 answered with a redirect, 307, which is not followed",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_declined_file_shows_the_error_message_from_the_service_made_harmless()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Unsuccessful("no [red]\u202Ewords[/] today"));
        Write("m.csv", "id,tier\nM1,gold\n");

        ToolProcess run = await RunOnTerminalAsync(
            null,
            ["send", "m.csv", "--key", "id", "--verbose", .. SendTo(emulator)]
        );

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("[red]", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', run.Output);
        Assert.Contains("1 not sent or declined", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_on_a_terminal_draws_a_bar_and_a_table()
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromSeconds(1) }
        );
        Write("m.csv", "id,tier\nM1,gold\n");

        ToolProcess run = await RunOnTerminalAsync(null, ["send", "m.csv", "--key", "id", .. SendTo(emulator)]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("━", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 accepted, 0 completed", run.Output, StringComparison.Ordinal);
        Assert.Contains("│ updated", run.Output, StringComparison.Ordinal);
        Assert.Contains("Done: 1 rows read", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task Send_that_is_interrupted_prints_its_totals_and_the_same_command_resumes()
    {
        TargetEmulator emulator = await StartEmulatorAsync(Plenty);
        Write("1.csv", Csv("a", 2));
        Write("2.csv", Csv("b", 9));
        string[] send =
        [
            "send",
            "1.csv",
            "2.csv",
            "--key",
            "id",
            "--max-rows",
            "3",
            "--spool",
            "spool",
            .. SendTo(emulator),
        ];
        emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            Fault.None,
            Fault.None,
            Fault.Delay(FaultMoment.BeforeEffect, TimeSpan.FromMinutes(10))
        );
        using (Process process = ToolProcess.Start(Root, send))
        {
            Task<ToolProcess> ending = ToolProcess.EndAsync(process);
            while (emulator.Faults.HeldCallCount == 0)
            {
                Assert.False(ending.IsCompleted, "It ended before it was interrupted.");
                await Task.Delay(20, Cancellation);
            }

            await ToolProcess.InterruptAsync(process);
            ToolProcess interrupted = await ending;
            Assert.Equal(130, interrupted.ExitCode);
            Assert.StartsWith("Interrupted: ", LastLine(interrupted.Error), StringComparison.Ordinal);
            Assert.EndsWith(
                "The same command goes on from here.",
                LastLine(interrupted.Error),
                StringComparison.Ordinal
            );
        }

        Assert.Equal("v1", Stored(emulator, "b1", "tier"));
        Assert.Null(Stored(emulator, "b4", "tier"));
        ToolProcess resumed = await RunAsync(send);
        Assert.Equal((0, 0), (resumed.ExitCode, emulator.Violations.Count));
        Assert.Contains("1.csv (sent before)", resumed.Output, StringComparison.Ordinal);
        Assert.Equal(
            "Done: 11 rows read, 11 accepted, 11 updated, 0 rejected, 0 not sent or declined.",
            LastLine(resumed.Error)
        );
        Assert.All(Enumerable.Range(0, 9), i => Assert.Equal($"v{i}", Stored(emulator, $"b{i}", "tier")));
        Assert.Equal(1, emulator.Calls.Count(call => Body(call).Contains("b0,", StringComparison.Ordinal)));
        Assert.Equal(1, emulator.Calls.Count(call => Body(call).Contains("a0,", StringComparison.Ordinal)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(Root, "spool")));
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task Send_when_the_service_is_busy_stops_and_the_same_command_sends_each_file_once_in_order()
    {
        TargetEmulator emulator = await StartEmulatorAsync(Plenty);
        Write("a.csv", "id,city\nM1,Basel\n");
        Write("b.csv", "id,city\nM1,Zug\n");
        string[] send = ["send", "a.csv", "b.csv", "--key", "id", .. SendTo(emulator)];
        TurnAway(emulator);

        ToolProcess first = await RunAsync(send);
        string?[] citiesAfterFirst = [Stored(emulator, "M1", "city")];
        ToolProcess second = await RunAsync(send);

        Assert.Equal(4, first.ExitCode);
        Assert.Contains(
            "Not done: a.csv.\nNot sent: b.csv.\nNot done: 1 rows read, 0 accepted",
            first.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("run the same command again", LastLine(first.Error), StringComparison.Ordinal);
        Assert.Equal([null], citiesAfterFirst);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(["Basel", "Zug"], TakenCities(emulator));
        Assert.Equal("Zug", Stored(emulator, "M1", "city"));
        AssertNothingIsKept();
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task Send_of_the_same_files_again_skips_those_that_were_accepted()
    {
        TargetEmulator emulator = await StartEmulatorAsync(Plenty);
        Write("a.csv", "id,city\nM1,Basel\n");
        Write("b.csv", "id,city\nM1,Zug\n");
        Write("c.csv", "id,city\nM1,Chur\n");
        string[] send = ["send", "a.csv", "b.csv", "c.csv", "--key", "id", "--json", .. SendTo(emulator)];
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.None);
        TurnAway(emulator);

        ToolProcess first = await RunAsync(send);
        ToolProcess second = await RunAsync(send);

        Assert.Equal((4, 0), (first.ExitCode, second.ExitCode));
        JsonElement json = JsonDocument.Parse(first.Output).RootElement;
        Assert.False(json.GetProperty("complete").GetBoolean());
        Assert.Equal(
            ["finished", "incomplete", "notSent"],
            json.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("state").GetString())
        );
        Assert.Equal(["Basel", "Zug", "Chur"], TakenCities(emulator));
        AssertNothingIsKept();
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task Send_of_a_changed_file_of_the_same_length_and_time_sends_it()
    {
        TargetEmulator emulator = await StartEmulatorAsync(Plenty);
        Write("a.csv", "id,city\nM1,Basel\n");
        Write("b.csv", "id,city\nM2,Zug\n");
        DateTime time = File.GetLastWriteTimeUtc(Path.Combine(Root, "a.csv"));
        string[] send = ["send", "a.csv", "b.csv", "--key", "id", .. SendTo(emulator)];
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.None);
        TurnAway(emulator);

        ToolProcess first = await RunAsync(send);
        Write("a.csv", "id,city\nM1,Base1\n");
        File.SetLastWriteTimeUtc(Path.Combine(Root, "a.csv"), time);
        ToolProcess second = await RunAsync(send);

        Assert.Equal((4, 0), (first.ExitCode, second.ExitCode));
        Assert.DoesNotContain("sent before", second.Output, StringComparison.Ordinal);
        Assert.Equal(["Basel", "Base1", "Zug"], TakenCities(emulator));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task What_a_run_keeps_is_readable_to_its_owner_only_in_a_directory_that_others_can_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The rights of the directory hold there.");
        TargetEmulator emulator = await StartEmulatorAsync(Plenty);
        string spool = Directory.CreateDirectory(Path.Combine(Root, "spool")).FullName;
        File.SetUnixFileMode(spool, (UnixFileMode)0b111_101_101);
        Write("a.csv", "id,city\nM1,Basel\n");
        Write("b.csv", "id,city\nM2,Zug\n");
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.None);
        TurnAway(emulator);

        ToolProcess run = await RunAsync([
            "send",
            "a.csv",
            "b.csv",
            "--key",
            "id",
            "--spool",
            "spool",
            .. SendTo(emulator),
        ]);

        Assert.Equal(4, run.ExitCode);
        string[] kept = Directory.GetFileSystemEntries(spool, "*", SearchOption.AllDirectories);
        Assert.True(kept.Length > 2);
        Assert.All(kept, path => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & (UnixFileMode)0b111_111));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_volume_that_shows_one_mode_for_everything_is_used_with_consent_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The rights of the directory hold there.");
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("m.csv", "id,city\nM1,Basel\n");
        string[] send = ["send", "m.csv", "--key", "id", "--spool", "spool", .. SendTo(emulator)];
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(403));
        await RunAsync(send);
        string root = Path.Combine(Root, "spool");
        foreach (string directory in Directory.GetDirectories(root, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(directory, (UnixFileMode)0b111_111_111);
        }

        ToolProcess refused = await RunAsync(send);
        ToolProcess allowed = await RunAsync([.. send, "--allow-shared-spool"]);

        Assert.Equal((3, 0), (refused.ExitCode, allowed.ExitCode));
        Assert.Contains("dir_mode=0700,file_mode=0600", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--allow-shared-spool", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["Basel"], TakenCities(emulator));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_root_of_a_volume_that_hands_its_group_on_is_a_place_for_what_is_under_way()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The rights of the directory hold there.");
        TargetEmulator emulator = await StartEmulatorAsync();
        string root = Directory.CreateDirectory(Path.Combine(Root, "spool")).FullName;
        Directory.CreateDirectory(Path.Combine(root, "lost+found"));
        File.SetUnixFileMode(root, (UnixFileMode)0b010_111_111_000);
        Write("m.csv", "id,city\nM1,Basel\n");

        ToolProcess run = await RunAsync(["send", "m.csv", "--key", "id", "--spool", "spool", .. SendTo(emulator)]);

        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Equal(["lost+found"], Directory.GetFileSystemEntries(root).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_with_a_name_as_long_as_the_system_allows_is_sent()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        string name = new string('n', 245) + ".csv";
        Write(name, "id,tier\nM1,gold\n");

        ToolProcess run = await RunAsync(["send", name, "--key", "id", .. SendTo(emulator)]);

        Assert.Equal((0, "gold"), (run.ExitCode, Stored(emulator, "M1", "tier")));
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task Send_with_an_error_after_the_effect_counts_the_rows_as_unconfirmed()
    {
        TargetEmulator emulator = await StartEmulatorAsync(Plenty);
        Write("m.csv", "id,tier\nM1,gold\n");
        emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            Fault.Status(500, FaultMoment.AfterEffect, LongerThanAnyRetry)
        );

        ToolProcess run = await RunAsync(["send", "m.csv", "--key", "id", .. SendTo(emulator)]);

        Assert.Equal(4, run.ExitCode);
        Assert.Contains(
            "0 not sent or declined, 1 unconfirmed, which may have been taken. ",
            LastLine(run.Error),
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task Send_after_files_were_replaced_finishes_what_was_stored_before_it_sends_anything_newer()
    {
        TargetEmulator emulator = await StartEmulatorAsync(Plenty);
        Write("a.csv", "id,city\nM1,Basel\n");
        Write("b.csv", "id,city\nM1,Zug\n");
        string[] send = ["send", "a.csv", "b.csv", "--key", "id", .. SendTo(emulator)];
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.None);
        TurnAway(emulator);

        ToolProcess first = await RunAsync(send);
        Write("a.csv", "id,city\nM1,Chur\n");
        Write("b.csv", "id,city\nM1,Bern\n");
        ToolProcess second = await RunAsync(send);

        Assert.Equal((4, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("b.csv has changed", second.Error, StringComparison.Ordinal);
        Assert.Contains("b.csv (stored before it changed)", second.Output, StringComparison.Ordinal);
        Assert.Equal(["Basel", "Zug", "Chur", "Bern"], TakenCities(emulator));
        AssertNothingIsKept();
    }

    [Fact]
    public async Task Send_with_discard_deletes_and_lists_what_was_stored()
    {
        TargetEmulator emulator = await StartEmulatorAsync(Plenty);
        Write("a.csv", "id,city\nM1,Basel\n");
        string[] send = ["send", "a.csv", "--key", "id", .. SendTo(emulator)];
        TurnAway(emulator);

        ToolProcess first = await RunAsync(send);
        ToolProcess discard = await RunAsync([.. send, "--discard"]);
        Write("a.csv", "id,city\nM1,Zug\n");
        ToolProcess second = await RunAsync(send);

        Assert.Equal((4, 0, 0), (first.ExitCode, discard.ExitCode, second.ExitCode));
        Assert.Contains("00000001.batch", discard.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", discard.Error, StringComparison.Ordinal);
        Assert.Equal(["Zug"], TakenCities(emulator));
        AssertNothingIsKept();
    }

    [Fact]
    public async Task Send_without_a_writable_spool_directory_names_the_option_for_another()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("m.csv", "id,tier\nM1,gold\n");
        Write("file", "no directory");
        Dictionary<string, string?> environment = new() { ["XDG_DATA_HOME"] = Path.Combine(Root, "file") };

        ToolProcess run = await RunWithAsync(null, environment, ["send", "m.csv", "--key", "id", .. SendTo(emulator)]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("--spool", run.Error, StringComparison.Ordinal);
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    public async Task Messages_name_the_options_of_the_command_line()
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "t0ken" });
        Write("m.csv", "id,tier\nM1,gold\n");
        string[] send = ["send", "m.csv", "--key", "id", "--spool", "spool", .. SendTo(emulator)];

        ToolProcess withoutToken = await RunAsync(send);
        foreach (
            string journal in Directory.EnumerateFiles(
                Path.Combine(Root, "spool"),
                "journal",
                SearchOption.AllDirectories
            )
        )
        {
            // Of the last line alone a power cut would be the cause, and nothing lost.
            await File.WriteAllTextAsync(journal, "damaged\ndamaged\n", Cancellation);
        }

        ToolProcess damaged = await RunAsync(send);

        Assert.Contains(
            "Set --token-env, --token-file or --token-stdin.",
            withoutToken.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(3, damaged.ExitCode);
        Assert.Contains("The journal in the directory of --spool is damaged", damaged.Error, StringComparison.Ordinal);
        Assert.Contains("--discard", damaged.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Options.", withoutToken.Error + damaged.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_counts_as_sent_before_only_if_the_same_was_sent_of_it()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Write("1.csv", "id,tier,city\nM1,gold,Rome\n");
        Write("2.csv", "id,tier,city\nM2,\"cut");
        string[] send = ["send", "1.csv", "2.csv", "--key", "id", .. SendTo(emulator)];

        Assert.Equal(1, (await RunAsync([.. send, "--columns", "tier"])).ExitCode);
        Assert.Null(Stored(emulator, "M1", "city"));

        ToolProcess again = await RunAsync([.. send, "--columns", "city"]);

        Assert.DoesNotContain("sent before", again.Output, StringComparison.Ordinal);
        Assert.Equal("Rome", Stored(emulator, "M1", "city"));
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task Send_that_waits_for_the_quota_shows_for_how_long()
    {
        TargetEmulator emulator = await StartEmulatorAsync(Plenty);
        Write("m.csv", Csv("a", 60));
        string[] send =
        [
            "send",
            "m.csv",
            "--key",
            "id",
            "--max-rows",
            "1",
            "--status-timeout",
            "0",
            "--spool",
            "spool",
            .. SendTo(emulator),
        ];
        // Of the 50 calls a minute some are reserved for status calls; the others are made at once, and then the quota is used up.
        using Process process = ToolProcess.StartOnTerminal(Root, null, send);
        await ToolProcess.ReadUntilAsync(process, "for the quota");
        await process.StandardInput.WriteAsync('\u0003');
        await process.StandardInput.FlushAsync(Cancellation);

        ToolProcess run = await ToolProcess.EndAsync(process);

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("Interrupted: ", run.Output, StringComparison.Ordinal);
        Assert.InRange(emulator.CallCount, 1, 50);
    }

    private static string Csv(string prefix, int rows) =>
        "id,tier\n"
        + string.Concat(
            Enumerable.Range(0, rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{prefix}{i},v{i}\n"))
        );

    /// <summary>Turns the next file away as one too many (BULK-5).</summary>
    private static void TurnAway(TargetEmulator emulator) =>
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(503, retryAfter: LongerThanAnyRetry));

    /// <summary>The cities of the batches that were accepted, in order.</summary>
    private static string[] TakenCities(TargetEmulator emulator) =>
        [
            .. emulator
                .Calls.Where(call => call is { Operation: TargetOperation.BulkUpdate, ReplyStatus: 200 })
                .Select(call => Body(call).TrimEnd('\n').Split(',')[^1]),
        ];

    private static string Body(ReceivedCall call) => System.Text.Encoding.UTF8.GetString(call.Body.Span);

    private static string LastLine(string text) => text.TrimEnd('\n').Split('\n')[^1];

    /// <summary>Whoever is done leaves nothing behind that holds personal data.</summary>
    private void AssertNothingIsKept()
    {
        string data = Path.Combine(Root, ".data");
        Assert.Empty(Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories));
    }
}
