using ProfileSchema.Client.Tests.Spool;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Bulk;

/// <summary>Each file names the profiles of the source that it accounts for, whatever came of it.</summary>
public sealed class FilePositionTests : SpoolTest
{
    /// <summary>Seven profiles, the third of which is rejected: files of three rows account for 0–4, 4–7.</summary>
    private static readonly Member[] Seven =
    [
        new("m0", "x"),
        new("m1", "x"),
        new("m/", "rejected"),
        new("m3", "x"),
        new("m4", "x"),
        new("m5", "x"),
        new("m6", "x"),
    ];

    [Theory]
    [InlineData(400, false, BatchOutcome.Declined)]
    [InlineData(200, false, BatchOutcome.Accepted)]
    [InlineData(200, true, BatchOutcome.Unconfirmed)]
    public async Task A_file_has_its_positions_in_the_outcome(int status, bool isReset, BatchOutcome outcome)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Fault fault =
            isReset ? Fault.Reset(FaultMoment.AfterEffect)
            : status == 200 ? Fault.None
            : Fault.Status(status);
        emulator.Faults.Next(TargetOperation.BulkUpdate, fault, fault);

        BulkResult result = await CreateClient(emulator)
            .UpdateManyAsync(Seven, Soon with { MaxRowsPerFile = 3, MaxAttempts = 1 }, null, Cancellation);

        Assert.Equal([(outcome, 0, 4), (outcome, 4, 7)], Positions(result));
    }

    [Fact]
    public async Task A_file_that_was_made_and_never_sent_has_its_positions_and_is_NotSent()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.None, Fault.Status(403));

        var cut = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Seven, Soon with { MaxRowsPerFile = 2 }, null, Cancellation)
        );

        Assert.Equal(
            [(BatchOutcome.Accepted, 0, 3), (BatchOutcome.Declined, 3, 5), (BatchOutcome.NotSent, 5, 7)],
            Positions(cut.Result)
        );
        Assert.Equal((2, 2, 2), (cut.Result.Accepted, cut.Result.Declined, cut.Result.NotSent));
        Assert.Equal((0, null), (cut.Result.Files[2].Attempts.Count, cut.Result.Files[2].SentAt));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_was_resumed_from_a_spool_has_the_positions_of_its_source(bool hasSource)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        BulkOptions options = Soon with { MaxRowsPerFile = 3, SpoolDirectory = Spool };
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.None, Fault.Status(403));
        await Assert.ThrowsAsync<BulkUpdateException>(() => client.UpdateManyAsync(Seven, options, null, Cancellation));

        BulkResult result = hasSource
            ? await client.UpdateManyAsync(Seven, options, null, Cancellation)
            : await client.FinishSpoolAsync(options, null, Cancellation);

        Assert.Equal([(BatchOutcome.Accepted, 0, 4), (BatchOutcome.Accepted, 4, 7)], Positions(result));
    }

    private static IEnumerable<(BatchOutcome, long, long)> Positions(BulkResult result) =>
        result.Files.Select(file => (file.Outcome, file.FirstPosition, file.EndPosition));
}
