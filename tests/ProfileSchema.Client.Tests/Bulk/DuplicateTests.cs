using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Bulk;

public sealed class DuplicateTests : EmulatorTest
{
    private static readonly Member[] Repeating =
    [
        new("a", "1"),
        new("b", "1"),
        new("a", "2"),
        new("a", "3"),
        new("c", "1"),
    ];

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public async Task A_key_that_comes_again_is_sent_and_counted()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        var options = new BulkOptions
        {
            StatusInterval = Soon.StatusInterval,
            MaxRowsPerFile = 3,
            Concurrency = 5,
        };
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(Repeating, options, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal((5, 2), (result.Accepted, result.Duplicates));
        Assert.Equal("3", Stored(emulator, "a")!["city"]);
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public async Task By_choice_it_is_rejected_where_it_stands()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        var options = new BulkOptions
        {
            StatusInterval = Soon.StatusInterval,
            MaxRowsPerFile = 1,
            Duplicates = DuplicateKeys.Reject,
        };
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(Repeating, options, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal((3, 2, 0), (result.Accepted, result.Rejected, result.Duplicates));
        Assert.Equal([2L, 3L], result.Rejections.Select(rejected => rejected.Position));
        Assert.All(
            result.Rejections,
            rejected => Assert.Equal(("a", RejectionReason.KeyRepeated), (rejected.Key, rejected.Reason))
        );
        Assert.Contains("BATCH-7", result.Rejections[0].Message, StringComparison.Ordinal);
        Assert.Equal("1", Stored(emulator, "a")!["city"]);
    }

    /// <summary>The first vectors of the reference implementation.</summary>
    [Theory]
    [InlineData(0, "A3817F04BA25A8E66DF67214C7550293")]
    [InlineData(1, "DA87C1D86B99AF44347659119B22FC45")]
    [InlineData(2, "8177228DA4A45DC7FCA38BDEF60AFFE4")]
    [InlineData(15, "5493E99933B0A8117E08EC0F97CFC3D9")]
    public void Hashes_are_those_of_SipHash(int length, string expected)
    {
        byte[] key = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];
        UInt128 hash = new SipHash(key).Hash([.. Enumerable.Range(0, length).Select(i => (byte)i)]);
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128LittleEndian(bytes, hash);
        Assert.Equal(expected, Convert.ToHexString(bytes));
    }
}
