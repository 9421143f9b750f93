namespace ProfileSchema.Emulator.Tests;

public sealed class FailedRowTests : EmulatorTest
{
    [Fact]
    [Trait("Clause", "BULK-1")]
    public async Task Each_row_that_set_nothing_is_kept_with_its_key_and_its_reason()
    {
        await StartAsync();
        Account.AddProfile("known");

        await BatchAsync("batch=thirdPartyId,a\nknown,1\nunknown,2\nbad,%ZZ\n%ZZ,3\nknown,4,5\nempty,\n", version: "");
        ReceivedBatch batch = Assert.Single(Account.Batches);

        Assert.Equal(
            [
                (2, "unknown", RowFailure.ProfileNotFound, "BULK-1"),
                (3, "bad", RowFailure.Declined, "URL-1"),
                (4, null, RowFailure.Declined, "URL-1"),
                (5, "known", RowFailure.Declined, "BATCH-2"),
            ],
            batch.FailedRows.Select(row => (row.Row, row.Key, row.Failure, row.Rule ?? ""))
        );
        Assert.Equal(batch.FailedUpdates + batch.ProfilesNotFound, batch.FailedRows.Count);
        Assert.All(batch.FailedRows, row => Assert.DoesNotContain("known", row.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Clause", "BULK-8")]
    public async Task Rows_that_faults_hit_are_among_them()
    {
        await StartAsync();
        Emulator.Faults.Next(TargetOperation.BulkUpdate, BatchFault.FailingRows(1), BatchFault.LostRows(1));
        await BatchAsync("batch=thirdPartyId,a\nm,1\n");

        await BatchAsync("batch=thirdPartyId,a\nm,1\n");

        Assert.Equal(
            [(RowFailure.Failed, "m"), (RowFailure.Lost, "m")],
            Account.Batches.Select(batch => Assert.Single(batch.FailedRows)).Select(row => (row.Failure, row.Key ?? ""))
        );
    }

    [Fact]
    public async Task Only_the_first_1000_are_kept()
    {
        await StartAsync();
        await BatchAsync("batch=thirdPartyId,a\n" + string.Concat(Enumerable.Repeat("m,%Z\n", 1_500)));
        ReceivedBatch batch = Assert.Single(Account.Batches);
        Assert.Equal((1_500, 1_000), (batch.FailedUpdates, batch.FailedRows.Count));
    }
}
