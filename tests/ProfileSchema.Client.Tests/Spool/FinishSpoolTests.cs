using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Spool;

/// <summary>A run that was cut off is finished without its source.</summary>
public sealed class FinishSpoolTests : SpoolTest
{
    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task FinishSpool_sends_what_was_stored_and_not_what_was_accepted_and_frees_the_directory()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.None, Fault.Status(403));
        var cut = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Members(), Options, null, Cancellation)
        );
        int storedFiles = Directory.GetFiles(Spool, "*.batch").Length;

        BulkResult result = await client.FinishSpoolAsync(Options, null, Cancellation);

        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal(4, cut.Result.Accepted);
        Assert.True(storedFiles > 0);
        Assert.Equal(result.Read, result.Accepted);
        Assert.Equal(result.Accepted, result.Updated);
        Assert.Equal(
            result.Files.Count + 1,
            emulator.Calls.Count(call => call.Operation == TargetOperation.BulkUpdate)
        );
        Assert.All(result.Files, file => Assert.True(file.Bytes > 0));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Spool));
    }

    [Fact]
    public async Task FinishSpool_of_another_account_is_refused()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        TargetEmulator another = await StartEmulatorAsync();

        var refusal = await Assert.ThrowsAsync<BulkSpoolException>(() =>
            CreateClient(another).FinishSpoolAsync(Options, null, Cancellation)
        );

        Assert.Contains("belongs to a run of another account", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(another.Calls);
    }

    [Fact]
    public async Task FinishSpool_with_a_damaged_file_sends_nothing_of_it()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        long calls = emulator.CallCount;
        await File.AppendAllTextAsync(Path.Combine(Spool, "00000001.batch"), "m,x\n", Cancellation);

        var failed = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.FinishSpoolAsync(Options, null, Cancellation)
        );

        Assert.Contains(
            "'00000001.batch' of BulkOptions.SpoolDirectory is missing or damaged",
            failed.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(calls, emulator.CallCount);
    }

    [Fact]
    public async Task FinishSpool_drops_a_file_that_was_never_noted()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        int stored = Directory.GetFiles(Spool, "*.batch").Length;
        string next = Path.Combine(Spool, $"{stored + 1:D8}.batch");
        await File.WriteAllTextAsync(next, "batch=thirdPartyId,city\nm99,x\n", Cancellation);

        BulkResult result = await client.FinishSpoolAsync(Options, null, Cancellation);

        Assert.Equal(stored, result.Files.Count);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Spool));
    }

    [Fact]
    public async Task FinishSpool_without_anything_stored_does_nothing()
    {
        TargetEmulator emulator = await StartEmulatorAsync();

        BulkResult result = await CreateClient(emulator).FinishSpoolAsync(Options, null, Cancellation);

        Assert.Equal(0, result.Read);
        Assert.Empty(emulator.Calls);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Spool));
    }
}
