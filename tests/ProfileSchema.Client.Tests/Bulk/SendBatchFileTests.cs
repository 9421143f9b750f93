using System.Text;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Bulk;

public sealed class SendBatchFileTests : EmulatorTest
{
    private const string Content = "batch=thirdPartyId,city\nm1,a%20b\nm2,c\n";

    [Fact]
    [Trait("Clause", "BULK-1")]
    public async Task A_file_that_exists_is_sent_as_it_is_and_followed()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, Content, Cancellation);
            BulkResult result = await CreateClient(emulator).SendBatchFileAsync(path, Soon, null, Cancellation);
            UpdateManyTests.AssertBalanced(result);
            Assert.Equal((2, 2), (result.Read, result.Updated));
            ReceivedCall upload = emulator.Calls.First(call => call.Operation == TargetOperation.BulkUpdate);
            Assert.Equal(Content, Encoding.ASCII.GetString(upload.Body.Span));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [Trait("Clause", "BATCH-7")]
    [InlineData("m1,a\nm2,b\nm1,c\n", 1)]
    [InlineData("m1,a\nm1\nm2,b\nm2,c", 2)]
    [InlineData("m1,a\nm2,b", 0)]
    public async Task Its_repeated_keys_are_counted(string rows, int duplicates)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var file = new MemoryStream(Encoding.ASCII.GetBytes("batch=thirdPartyId,city\n" + rows));
        BulkResult result = await CreateClient(emulator).SendBatchFileAsync(file, Soon, null, Cancellation);
        Assert.Equal(duplicates, result.Duplicates);
        UpdateManyTests.AssertBalanced(result);
    }

    [Theory]
    [Trait("Clause", "HTTP-2")]
    [InlineData("m1,a\nm-last,b")]
    [InlineData("m-last\nm1,a\n")]
    [InlineData("m1,a\nm-last")]
    public async Task No_key_of_it_stands_in_the_words_of_the_service(string rows)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Unsuccessful("m-last is no id"));
        using var file = new MemoryStream(Encoding.ASCII.GetBytes("batch=thirdPartyId,city\n" + rows));
        BulkResult result = await CreateClient(emulator).SendBatchFileAsync(file, Soon, null, Cancellation);
        Assert.Equal("[removed] is no id", result.Files[0].ServiceMessage);
    }

    [Theory]
    [Trait("Clause", "BATCH-7")]
    [InlineData(DuplicateHandling.Reject)]
    [InlineData(DuplicateHandling.Merge)]
    public async Task Its_repeated_keys_are_not_rejected_nor_merged_and_asking_for_it_is_refused(
        DuplicateHandling choice
    )
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var file = new MemoryStream(Encoding.ASCII.GetBytes(Content));
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            CreateClient(emulator)
                .SendBatchFileAsync(file, new BulkOptions { DuplicateHandling = choice }, null, Cancellation)
        );
        Assert.StartsWith(
            $"BulkOptions.DuplicateHandling is {choice}, but a batch file that exists is sent as it is. Leave it at Report, or give the "
                + "profiles to UpdateManyAsync.",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(emulator.Calls);
    }

    [Theory]
    [Trait("Clause", "BATCH-1")]
    [InlineData("", "batch=")]
    [InlineData("\uFEFFbatch=thirdPartyId,a\nm,1\n", "batch=")]
    [InlineData("batch=ecid,a\nm,1\n", "neither pcId nor thirdPartyId")]
    [InlineData("batch=thirdPartyId,a\n", "no row")]
    public async Task What_is_no_batch_file_is_not_sent(string content, string message)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() =>
            CreateClient(emulator).SendBatchFileAsync(file, Soon, null, Cancellation)
        );
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "BATCH-4")]
    [Trait("Clause", "BATCH-5")]
    public async Task A_file_beyond_the_limits_is_not_sent()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        string rows = string.Concat(Enumerable.Repeat("m,1\n", 500_001));
        await RefusedAsync(emulator, "batch=thirdPartyId,a\n" + rows, "BATCH-5");
        await RefusedAsync(emulator, "batch=thirdPartyId,a\nm," + new string('x', 50_000_000), "BATCH-4");
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "ID-5")]
    public async Task Rows_keyed_by_pcId_need_a_choice_of_version()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var file = new MemoryStream(Encoding.ASCII.GetBytes("batch=pcId,a\n1.28_0,x"));
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            CreateClient(emulator).SendBatchFileAsync(file, Soon, null, Cancellation)
        );
        Assert.Contains("ID-5", exception.Message, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(TargetEmulator emulator, string content, string clause)
    {
        using var file = new MemoryStream(Encoding.ASCII.GetBytes(content));
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() =>
            CreateClient(emulator).SendBatchFileAsync(file, Soon, null, Cancellation)
        );
        Assert.Contains(clause, exception.Message, StringComparison.Ordinal);
    }
}
