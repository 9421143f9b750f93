using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Spool;

/// <summary>A disk that is full: the system's device of that name stands where the next file is to be written.</summary>
public sealed class DiskFullTests : EmulatorTest
{
    private const string FullDevice = "/dev/full";

    private readonly string _root = Directory.CreateTempSubdirectory("full-").FullName;

    private string Spool => Path.Combine(_root, "spool");

    [Fact]
    public async Task It_ends_the_run_with_a_clear_error_and_nothing_is_lost()
    {
        Assert.SkipUnless(File.Exists(FullDevice), "There is no device that is always full.");
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        var options = new BulkOptions { MaxRowsPerFile = 4, SpoolDirectory = Spool };
        var cut = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Members(fillsAt: 6), options, null, Cancellation)
        );
        var cause = Assert.IsType<BulkSpoolException>(cut.InnerException);
        Assert.Equal(
            "The directory of BulkOptions.SpoolDirectory could not be written; the disk may be full. What was not stored was not sent: make "
                + "room and run again with the same source.",
            cause.Message
        );
        Assert.IsType<IOException>(cause.InnerException);
        Assert.Contains(cause.Message, cut.Message, StringComparison.Ordinal);
        Bulk.UpdateManyTests.AssertBalanced(cut.Result);

        // The third file was made meanwhile, with the first row of the fourth.
        Assert.Equal((13, 4, 9), (cut.Result.Read, cut.Result.Accepted, cut.Result.NotSent));
        Assert.Single(emulator.Calls, call => call.Operation == TargetOperation.BulkUpdate);

        // There is room again.
        BulkResult result = await client.UpdateManyAsync(Members(), options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal((20, 20, 0), (result.Read, result.Updated, result.NotSent));
        Assert.Equal(5, emulator.Calls.Count(call => call.Operation == TargetOperation.BulkUpdate));
        Assert.All(Enumerable.Range(0, 20), i => Assert.Equal($"c{i}", Stored(emulator, $"m{i}")!["city"]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Spool));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private IEnumerable<Member> Members(int fillsAt = -1)
    {
        for (int i = 0; i < 20; i++)
        {
            if (i == fillsAt)
            {
                File.CreateSymbolicLink(Path.Combine(Spool, "00000002.batch.tmp"), FullDevice);
            }

            yield return new Member($"m{i}", $"c{i}");
        }
    }
}
