using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests.Check;

public sealed class CheckTests : ToolTest
{
    private const string Header = "batch=thirdPartyId,tier\n";

    [Fact]
    public async Task Check_of_a_clean_file_prints_a_summary_and_no_finding()
    {
        Write("good.batch", Header + "k1,gold\nk2\n");
        ToolProcess run = await RunAsync("check", "good.batch");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"rows +2\n", run.Output);
        Assert.Matches(@"empty rows +1\n", run.Output);
        Assert.Matches(@"distinct keys +2\n", run.Output);
        Assert.Matches(@"errors +0\n", run.Output);
    }

    [Fact]
    [Trait("Clause", "ID-3")]
    [Trait("Clause", "HTTP-2")]
    public async Task Check_prints_the_place_and_rule_of_each_finding_and_no_value()
    {
        Write("bad.batch", Header + "k1,s3cret value\nk/2,s3cret\n");
        ToolProcess run = await RunAsync("check", "bad.batch");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("bad.batch:2:10 URL-2 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("bad.batch:3:1 ID-3 ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Output + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output);
    }

    [Fact]
    public async Task Check_with_json_writes_every_finding_and_the_summary()
    {
        Write("bad.batch", Header + string.Concat(Enumerable.Range(0, 300).Select(i => $"k{i},a b\n")) + "k1,\n");

        ToolProcess run = await RunAsync("check", "bad.batch", "--format", "json");

        Assert.Equal(1, run.ExitCode);

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        JsonElement[] findings = [.. json.GetProperty("findings").EnumerateArray()];

        Assert.Equal(301, findings.Length);
        Assert.Equal(
            (2, 5),
            (findings[0].GetProperty("line").GetInt32(), findings[0].GetProperty("column").GetInt32())
        );
        Assert.Equal("URL-2", findings[0].GetProperty("clause").GetString());
        Assert.Equal("error", findings[0].GetProperty("severity").GetString());
        Assert.Equal("warning", findings[300].GetProperty("severity").GetString());
        Assert.NotEmpty(findings[0].GetProperty("message").GetString()!);

        JsonElement summary = json.GetProperty("summary");
        Assert.True(summary.GetProperty("complete").GetBoolean());

        foreach (
            (string name, long expected) in new (string, long)[]
            {
                ("rows", 301),
                ("distinctKeys", 300),
                ("duplicateKeys", 1),
                ("emptyRows", 1),
                ("longestValue", 3),
                ("errors", 300),
                ("warnings", 1),
                ("bytes", new FileInfo(Path.Combine(Root, "bad.batch")).Length),
            }
        )
        {
            Assert.Equal((name, expected), (name, summary.GetProperty(name).GetInt64()));
        }
    }

    [Fact]
    public async Task Check_with_sarif_writes_what_code_hosts_read()
    {
        Write("a b.batch", Header + "k1,a b\n");

        ToolProcess run = await RunAsync("check", "a b.batch", "--format", "sarif");

        Assert.Equal(1, run.ExitCode);

        JsonElement sarif = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("2.1.0", sarif.GetProperty("version").GetString());

        JsonElement log = Assert.Single(sarif.GetProperty("runs").EnumerateArray());
        JsonElement result = Assert.Single(log.GetProperty("results").EnumerateArray());

        Assert.Equal("URL-2", result.GetProperty("ruleId").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());

        JsonElement location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("a%20b.batch", location.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(2, location.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Contains(
            "URL-2",
            log.GetProperty("tool")
                .GetProperty("driver")
                .GetProperty("rules")
                .EnumerateArray()
                .Select(rule => rule.GetProperty("id").GetString())
        );
    }

    [Theory]
    [InlineData("k1,aü%zz", 6)]
    [InlineData("k1,a€😀%zz", 8)]
    [InlineData("😀ü,%zz", 1, 5)]
    public async Task Check_with_sarif_counts_columns_in_UTF_16_units(string row, params int[] columns)
    {
        Write("m.batch", Header + row + "\n");

        ToolProcess run = await RunAsync("check", "m.batch", "--format", "sarif");

        JsonElement log = JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0];
        Assert.Equal("utf16CodeUnits", log.GetProperty("columnKind").GetString());
        Assert.Equal(
            columns,
            log.GetProperty("results")
                .EnumerateArray()
                .Select(result =>
                    result
                        .GetProperty("locations")[0]
                        .GetProperty("physicalLocation")
                        .GetProperty("region")
                        .GetProperty("startColumn")
                        .GetInt32()
                )
        );
    }

    public static TheoryData<string, byte[], string> OddFiles =>
        new()
        {
            { "empty", [], "BATCH-1" },
            { "UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Header)).ToArray(), "UTF-16" },
            { "BOM", Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Header + "k,1\n")).ToArray(), "BOM" },
            { "CRLF", Encoding.ASCII.GetBytes("batch=thirdPartyId,a\r\nk,1\r\n"), "BATCH-3" },
            { "NUL", Encoding.ASCII.GetBytes(Header + "k\0,\0\0\n"), "ID-4" },
            { "truncated", Encoding.ASCII.GetBytes(Header + "k1,gold\nk2,%E"), "URL-1" },
            { "CSV", Encoding.ASCII.GetBytes("id;tier\n1;gold\n"), "isn't a batch file" },
            { "zeros", new byte[3_000_000], "BATCH-1" },
        };

    [Theory]
    [MemberData(nameof(OddFiles))]
    [Trait("Clause", "BATCH-1")]
    public async Task Odd_files_are_judged_and_not_stumbled_over(string name, byte[] content, string found)
    {
        Write(name, content);
        ToolProcess run = await RunAsync("check", name);
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains(found, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_with_a_missing_file_checks_the_others()
    {
        Write("good.batch", Header + "k1,gold\n");

        ToolProcess run = await RunAsync("check", "missing.batch", ".", "good.batch");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("missing.batch cannot be read", run.Error, StringComparison.Ordinal);
        Assert.Contains("directory", run.Error, StringComparison.Ordinal);
        Assert.Matches(@"good.batch\n +rows +1\n", run.Output);

        ToolProcess json = await RunAsync("check", "missing.batch", "good.batch", "--format", "json");
        JsonElement summary = JsonDocument.Parse(json.Output).RootElement.GetProperty("summary");

        Assert.Equal(
            (3, false, 1),
            (json.ExitCode, summary.GetProperty("complete").GetBoolean(), summary.GetProperty("rows").GetInt32())
        );
        Assert.Equal("missing.batch", summary.GetProperty("unreadable")[0].GetProperty("file").GetString());
    }

    [Fact]
    public async Task Check_with_thousands_of_warnings_still_prints_the_error()
    {
        Write("many.batch", Header + string.Concat(Enumerable.Repeat("k,v\n", 2_000)) + "k2,a b\n");
        ToolProcess run = await RunAsync("check", "many.batch");
        Assert.Contains("many.batch:2002:5 URL-2", run.Output, StringComparison.Ordinal);
        Assert.Contains("… and 0 more errors, 1,899 more warnings", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public async Task Check_of_several_files_finds_keys_that_repeat_across_them()
    {
        Write("1.batch", Header + "k1,gold\n");
        Write("2.batch", Header + "k2,gold\nk1,silver\n");
        ToolProcess run = await RunAsync("check", "1.batch", "2.batch");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2.batch:3:1 BATCH-7", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_that_is_interrupted_reports_an_incomplete_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        string pipe = Path.Combine(Root, "endless");
        using (Process make = Process.Start("mkfifo", [pipe]))
        {
            await make.WaitForExitAsync(Cancellation);
        }

        using Process process = ToolProcess.Start(Root, "check", "endless");
        Task<ToolProcess> ending = ToolProcess.EndAsync(process);
        byte[] rows = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("k,v\n", 50_000)));
        var writer = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        try
        {
            // More than a pipe holds: what was written has been read.
            await writer.WriteAsync(Encoding.ASCII.GetBytes(Header), Cancellation);
            await writer.WriteAsync(rows, Cancellation);
            await ToolProcess.InterruptAsync(process);
            while (!ending.IsCompleted)
            {
                await writer.WriteAsync(rows, Cancellation);
            }
        }
        catch (IOException)
        {
            // The reader is gone.
        }
        finally
        {
            await writer.DisposeAsync();
        }

        ToolProcess run = await ending;
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("endless (interrupted: only what was read until then)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_through_a_pipe_is_judged_and_is_no_source_that_could_be_read_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such file.");
        ToolProcess check = await RunProcessAsync(Header + "k1,gold\n", "check", "/dev/stdin");
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        Assert.Matches(@"rows +1\n", check.Output);
        ToolProcess split = await RunProcessAsync("id,a\nk1,v\n", "split", "/dev/stdin", "--key", "id");
        Assert.Equal((3, ""), (split.ExitCode, split.Output));
        Assert.Contains("is a pipe", split.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "BATCH-4")]
    [Trait("Clause", "BATCH-5")]
    public async Task Check_of_a_huge_file_on_a_terminal_draws_a_bar()
    {
        using (var file = new StreamWriter(Path.Combine(Root, "huge.batch")) { NewLine = "\n" })
        {
            await file.WriteAsync(Header);
            string value = new('v', 90);
            for (int i = 0; i < 510_000; i++)
            {
                await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"k{i},{value}"));
            }
        }

        ToolProcess run = await RunOnTerminalAsync(null, "check", "huge.batch");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("BATCH-4", run.Output, StringComparison.Ordinal);
        Assert.Contains("huge.batch:500002:1 BATCH-5", run.Output, StringComparison.Ordinal);
        Assert.Contains("━", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_writes_colors_only_on_terminals_without_NO_COLOR()
    {
        Write("bad.batch", Header + "k1,a b\n");

        ToolProcess colored = await RunOnTerminalAsync(null, "check", "bad.batch");

        Assert.Contains("\e[31merror", colored.Output, StringComparison.Ordinal);

        ToolProcess plain = await RunOnTerminalAsync(
            new Dictionary<string, string?> { ["NO_COLOR"] = "1" },
            "check",
            "bad.batch"
        );

        Assert.DoesNotContain("\e[3", plain.Output, StringComparison.Ordinal);
        Assert.Contains("error", plain.Output, StringComparison.Ordinal);
    }
}
