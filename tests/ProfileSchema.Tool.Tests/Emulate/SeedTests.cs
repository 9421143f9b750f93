using System.Net;
using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests.Emulate;

public sealed class SeedTests : EmulateTest
{
    private static readonly string[] FromCsv = ["--accounts", Account, "--seed", "m.csv", "--key", "id"];

    [Fact]
    [Trait("Clause", "SINGLE-4")]
    public async Task Seeded_customers_are_there_and_single_updates_find_them()
    {
        Write("m.csv", "id;city;tier\nM1;Köln;gold\nM2;;silver\n");

        RunningEmulator emulator = await EmulateAsync(FromCsv);

        Assert.Equal("Köln", await FetchAsync(emulator.Address, "M1", "city"));
        Assert.Null(await FetchAsync(emulator.Address, "M2", "city"));

        using var update = new FormUrlEncodedContent([new("mbox3rdPartyId", "M2"), new("profile.tier", "gold")]);
        using HttpResponseMessage response = await Http.PostAsync(
            new Uri(emulator.Address, $"m2/{Account}/profile/update"),
            update,
            Cancellation
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("gold", await FetchAsync(emulator.Address, "M2", "tier"));
    }

    [Fact]
    public async Task Batch_files_seed_each_account()
    {
        Write("a.batch", "batch=thirdPartyId,city\nM1,K%C3%B6ln\n");
        Write("b.batch", "batch=pcId,city\n111492025094307-353046,Bern\n");
        RunningEmulator emulator = await EmulateAsync("--accounts", "acme,outlet", "--seed", "a.batch", "b.batch");
        string page = await Http.GetStringAsync(emulator.Address, Cancellation);
        Assert.Equal(2, page.Split("<span class=\"tile-number\">2</span> profiles").Length - 1);
        Assert.Equal("Köln", await FetchAsync(emulator.Address, "M1", "city"));
    }

    [Fact]
    public async Task What_the_data_file_holds_is_not_seeded_again()
    {
        Write("m.csv", "id,tier\nM1,silver\n");
        RunningEmulator first = await EmulateAsync([.. FromCsv, "--data-file", "acme.db"]);
        await PostBatchAsync(first.Address, "batch=thirdPartyId,tier\nM1,gold\n");
        await first.StopAsync();
        Write("m.csv", "id,tier\nM1,silver\nM2,silver\n");

        RunningEmulator second = await EmulateAsync([.. FromCsv, "--data-file", "acme.db"]);

        Assert.Equal("gold", await FetchAsync(second.Address, "M1", "tier"));
        Assert.Equal("silver", await FetchAsync(second.Address, "M2", "tier"));

        ToolProcess end = await second.StopAsync();

        Assert.Contains(
            "m.csv: 1 profiles made, 1 were there and stay as they are.",
            end.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_row_that_can_be_no_profile_starts_nothing()
    {
        Write("m.csv", "id,tier\nM1,silver\nM/2,topsecret\n");
        ToolProcess run = await RunAsync(["emulate", "--port", "0", .. FromCsv]);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("m.csv:3 rejected", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("M/2", run.Error, StringComparison.Ordinal);
    }
}
