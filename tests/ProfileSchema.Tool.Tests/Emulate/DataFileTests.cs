using System.Text;
using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests.Emulate;

public sealed class DataFileTests : EmulateTest
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Emulate_with_a_data_file_keeps_profiles_over_a_restart(string signal)
    {
        EmulatorProcess first = await EmulateInAnotherProcessAsync("--data-file", "acme.db");
        await PostBatchAsync(first.Address, "batch=thirdPartyId,city,tier\nM1,Z%C3%BCrich,gold\nM2,,silver\n");
        ToolProcess end = await first.StopAsync(signal);
        Assert.Equal(0, end.ExitCode);
        Assert.EndsWith("The profiles are in acme.db.\n", end.Error, StringComparison.Ordinal);

        RunningEmulator second = await EmulateAsync("--data-file", "acme.db");
        Assert.Equal("Zürich", await FetchAsync(second.Address, "M1", "city"));
        Assert.Equal("silver", await FetchAsync(second.Address, "M2", "tier"));
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public async Task Emulate_after_a_restart_overrides_what_no_visit_has_settled()
    {
        Write("seed.csv", "id,city\nM1,Basel\n");
        string[] options = ["--data-file", "acme.db", "--accounts", Account, "--seed", "seed.csv", "--key", "id"];
        RunningEmulator first = await EmulateAsync(options);
        await PostBatchAsync(first.Address, "batch=thirdPartyId,tier\nM1,gold\n");
        await first.StopAsync();

        RunningEmulator second = await EmulateAsync(options);
        Assert.Equal("gold", await FetchAsync(second.Address, "M1", "tier"));
        await PostBatchAsync(second.Address, "batch=thirdPartyId,points\nM1,5\n");
        Assert.Null(await FetchAsync(second.Address, "M1", "tier"));
        Assert.Equal("5", await FetchAsync(second.Address, "M1", "points"));
        Assert.Equal("Basel", await FetchAsync(second.Address, "M1", "city"));
    }

    [Fact]
    public async Task Emulate_with_a_data_file_keeps_profiles_when_it_is_killed()
    {
        EmulatorProcess first = await EmulateInAnotherProcessAsync("--data-file", "acme.db");
        await PostBatchAsync(first.Address, "batch=thirdPartyId,tier\nM1,gold\nM2,silver\n");
        await WaitForAsync("acme.db-wal", "silver");
        first.Process.Kill();
        await first.Process.WaitForExitAsync(Cancellation);

        RunningEmulator second = await EmulateAsync("--data-file", "acme.db");
        Assert.Equal("gold", await FetchAsync(second.Address, "M1", "tier"));
        Assert.Equal("silver", await FetchAsync(second.Address, "M2", "tier"));
    }

    [Fact]
    public async Task Emulate_with_a_data_file_restores_thousands_of_profiles_in_order()
    {
        RunningEmulator first = await EmulateAsync("--data-file", "acme.db");
        var file = new StringBuilder("batch=thirdPartyId,tier\n");
        for (int row = 0; row < 20_000; row++)
        {
            file.Append('M').Append(row).Append(",gold\n");
        }

        await PostBatchAsync(first.Address, file.ToString());
        await PostBatchAsync(first.Address, "batch=thirdPartyId,tier\nM7,platinum\n");
        await first.StopAsync();
        RunningEmulator second = await EmulateAsync("--data-file", "acme.db");
        string page = await Http.GetStringAsync(new Uri(second.Address, "page/profiles?account=acme"), Cancellation);
        Assert.Contains("20,000 profiles", page, StringComparison.Ordinal);
        Assert.Equal("platinum", await FetchAsync(second.Address, "M7", "tier"));
        Assert.Equal("gold", await FetchAsync(second.Address, "M19999", "tier"));
    }

    [Fact]
    public async Task Emulate_with_a_data_file_keeps_profiles_of_accounts_that_it_does_not_serve()
    {
        RunningEmulator first = await EmulateAsync("--data-file", "acme.db");
        await PostBatchAsync(first.Address, "batch=thirdPartyId,tier\nM1,gold\n");
        await first.StopAsync();
        RunningEmulator other = await EmulateAsync("--data-file", "acme.db", "--accounts", "outlet");

        ToolProcess end = await other.StopAsync();

        Assert.Contains("acme.db holds 1 profiles of the account acme", end.Error, StringComparison.Ordinal);

        RunningEmulator again = await EmulateAsync("--data-file", "acme.db");

        Assert.Equal("gold", await FetchAsync(again.Address, "M1", "tier"));
    }

    [Fact]
    public async Task Emulate_with_a_data_file_in_use_fails_and_the_file_is_private()
    {
        await EmulateAsync("--data-file", "acme.db");

        ToolProcess second = await RunAsync("emulate", "--port", "0", "--data-file", "acme.db");

        Assert.Equal(3, second.ExitCode);
        Assert.Contains("acme.db is in use", second.Error, StringComparison.Ordinal);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(Root, "acme.db"))
            );
        }
    }

    [Theory]
    [InlineData("notes.txt", "What one writes down, line by line, and no database at all.\n", "is no data file")]
    [InlineData("missing/acme.db", null, "missing")]
    [InlineData("directory", "", "irectory")]
    public async Task Emulate_with_a_file_of_another_kind_fails_and_leaves_it_unchanged(
        string name,
        string? content,
        string message
    )
    {
        if (name == "directory")
        {
            Directory.CreateDirectory(Path.Combine(Root, name));
        }
        else if (content is not null)
        {
            Write(name, content);
        }

        ToolProcess run = await RunAsync("emulate", "--port", "0", "--data-file", name);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        if (content is { Length: > 0 })
        {
            Assert.Equal(content, ReadFile(name));
        }
    }

    /// <summary>Waits until a file holds a text. The tests' own time limit ends it.</summary>
    private async Task WaitForAsync(string file, string text)
    {
        string path = Path.Combine(Root, file);
        while (!Holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
        }

        bool Holds()
        {
            using var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
        }
    }
}
