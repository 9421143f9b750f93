namespace ProfileSchema.Emulator.Tests;

public sealed class OverrideTests : EmulatorTest
{
    private const string SetsA = "batch=thirdPartyId,a\nk,1\n";
    private const string SetsB = "batch=thirdPartyId,b\nk,2\n";

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public async Task A_later_v2_batch_overrides_what_the_earlier_one_set()
    {
        await StartAsync();
        Account.AddProfile("k", attributes: [new("a", "settled"), new("c", "kept")]);
        await BatchAsync(SetsA);
        Assert.Equal("1", Values("k")["a"]);
        await BatchAsync(SetsB);
        Assert.Equal(Pairs(("a", "settled"), ("c", "kept"), ("b", "2")), Values("k"));
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public async Task A_visit_in_between_makes_them_merge()
    {
        await StartAsync();
        await BatchAsync(SetsA);
        Assert.True(Account.RecordVisit(TargetId.ThirdPartyId("k")));
        await BatchAsync(SetsB);
        Assert.Equal(Pairs(("a", "1"), ("b", "2")), Values("k"));
        Assert.False(Account.RecordVisit(TargetId.ThirdPartyId("nobody")));
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public async Task V1_batches_single_updates_and_rows_of_one_batch_merge()
    {
        await StartAsync();
        Account.AddProfile("k");
        await BatchAsync(SetsA, version: "");
        await BatchAsync(SetsB, version: "");
        Assert.Equal(Pairs(("a", "1"), ("b", "2")), Values("k"));

        await BatchAsync("batch=thirdPartyId,a,c,d\nk,3,,\nk,,4,\n");
        await UpdateAsync("mbox3rdPartyId=k&profile.a=5");
        Assert.Equal(Pairs(("a", "5"), ("b", "2"), ("c", "4")), Values("k"));
    }

    [Fact]
    [Trait("Clause", "BATCH-6")]
    [Trait("Clause", "BATCH-7")]
    public async Task An_empty_row_overrides_nothing()
    {
        await StartAsync();
        await BatchAsync(SetsA);
        await BatchAsync("batch=thirdPartyId,b\nk,\n");
        Assert.Equal(Pairs(("a", "1")), Values("k"));
    }

    private static Dictionary<string, string> Pairs(params (string Name, string Value)[] pairs) =>
        pairs.ToDictionary(pair => pair.Name, pair => pair.Value);
}
