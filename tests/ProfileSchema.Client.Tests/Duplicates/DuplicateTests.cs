using ProfileSchema.Client.Tests.Bulk;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Duplicates;

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
            MaxConcurrency = 5,
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
            DuplicateHandling = DuplicateHandling.Reject,
        };
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(Repeating, options, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal((3, 2, 0), (result.Accepted, result.Rejected, result.Duplicates));
        Assert.Equal([2L, 3L], result.Rejections.Select(rejected => rejected.Position));
        Assert.All(
            result.Rejections,
            rejected => Assert.Equal(("a", RejectionReason.KeyRepeated), (rejected.Key, rejected.Reason))
        );
        Assert.Contains("same key", result.Rejections[0].Message, StringComparison.Ordinal);
        Assert.Equal("1", Stored(emulator, "a")!["city"]);
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    [Trait("Clause", "VALUE-4")]
    public async Task By_choice_it_is_joined_with_the_row_before()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Member[] members =
        [
            new("a", "old", "kept"),
            new("b", "1"),
            new("a", "new", ""),
            new("a"),
            new("a/", "rejected"),
            new("b", null, "added"),
        ];
        var options = new BulkOptions
        {
            StatusInterval = Soon.StatusInterval,
            DuplicateHandling = DuplicateHandling.Merge,
        };
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(members, options, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal((6, 2, 2, 1, 1), (result.Read, result.Accepted, result.Merged, result.Empty, result.Rejected));
        Assert.Equal(0, result.Duplicates);
        ReceivedCall upload = Assert.Single(emulator.Calls, call => call.Operation == TargetOperation.BulkUpdate);
        Assert.Equal(
            "batch=thirdPartyId,city,note\na,new,kept\nb,1,added\n",
            System.Text.Encoding.ASCII.GetString(upload.Body.Span)
        );
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    [Trait("Clause", "BULK-7")]
    public async Task Beyond_the_window_it_is_sent_alone_and_counted()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        var options = new BulkOptions
        {
            StatusInterval = Soon.StatusInterval,
            MaxRowsPerFile = 2,
            MaxConcurrency = 5,
            DuplicateHandling = DuplicateHandling.Merge,
            MergeWindow = 2,
        };
        Member[] members = [new("a", "1"), new("b", "1"), new("c", "1"), new("a", "2"), new("a", "3"), new("d", "1")];
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(members, options, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal((5, 1, 1), (result.Accepted, result.Merged, result.Duplicates));
        Assert.Equal("3", Stored(emulator, "a")!["city"]);
        Assert.Equal(
            [(0L, 2L), (2L, 5L), (5L, 6L)],
            result.Files.Select(file => (file.FirstPosition, file.EndPosition))
        );
    }

    [Fact]
    [Trait("Clause", "VALUE-6")]
    public async Task What_would_make_a_row_too_large_is_rejected()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        string note = string.Concat(Enumerable.Repeat("é", 10_000));
        var options = new BulkOptions
        {
            StatusInterval = Soon.StatusInterval,
            DuplicateHandling = DuplicateHandling.Merge,
        };
        Member[] members =
        [
            new("a", new string('x', 200), note),
            new("a", string.Concat(Enumerable.Repeat("語", 256))),
        ];
        BulkResult fits = await CreateClient(emulator).UpdateManyAsync(members, options, null, Cancellation);
        Assert.Equal((1, 1), (fits.Merged, fits.Accepted));
        members = [new("a", null, string.Concat(Enumerable.Repeat("é", 10_500))), new("a", members[1].City)];
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(members, options, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal((0, 1, 1), (result.Merged, result.Rejected, result.Accepted));
        Assert.Equal(
            (1L, RejectionReason.ProfileTooLarge),
            (result.Rejections[0].Position, result.Rejections[0].Reason)
        );
    }

    [Fact]
    public async Task What_still_waits_when_the_source_fails_is_not_sent()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        static IEnumerable<Member> Source()
        {
            foreach (Member member in Repeating)
            {
                yield return member;
            }

            throw new InvalidDataException("line 6");
        }

        var options = new BulkOptions
        {
            StatusInterval = Soon.StatusInterval,
            DuplicateHandling = DuplicateHandling.Merge,
        };
        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            CreateClient(emulator).UpdateManyAsync(Source(), options, null, Cancellation)
        );
        UpdateManyTests.AssertBalanced(exception.Result);
        Assert.Equal((5, 2, 3), (exception.Result.Read, exception.Result.Merged, exception.Result.NotSent));
        Assert.DoesNotContain(emulator.Calls, call => call.Operation == TargetOperation.BulkUpdate);
    }
}
