using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Tests.Replies;

/// <summary>Alone, since it is the memory of the whole process that is measured.</summary>
[Collection(nameof(ReplyMemoryTests))]
[CollectionDefinition(nameof(ReplyMemoryTests), DisableParallelization = true)]
[Trait("Clause", "STATUS-7")]
public sealed class ReplyMemoryTests
{
    /// <summary>Less than any of these replies takes when it is kept.</summary>
    private const long Noise = 8_000_000;

    public static TheoryData<string, string, int> Replies =>
        new()
        {
            { "<profiles>", "<profile><id>0123456789&a</id><status>success</status></profile>", 1 },
            { "<response><batchId>", "one text without an end ", 0 },
            { "<response><batchId><![CDATA[", "<& one without an end ", 0 },
            { "<response><!--", "<& one without an end ", 0 },
        };

    [Theory]
    [MemberData(nameof(Replies))]
    public Task Reading_a_reply_of_12_MB_keeps_nothing_of_it(string beginning, string part, int rows) =>
        ReadAsync(beginning, part, 12_000_000 / part.Length, rows);

    [Theory(Explicit = true)]
    [Trait("Category", "Heavy")]
    [MemberData(nameof(Replies))]
    public Task Reading_a_reply_nearly_as_long_as_is_allowed_keeps_nothing_of_it(
        string beginning,
        string part,
        int rows
    ) => ReadAsync(beginning, part, (ReplyLimits.MaxBytes - 1_000) / part.Length, rows);

    private static async Task ReadAsync(string beginning, string part, int times, int rows)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long during = 0;
        using Stream body = ReplyBody.Repeating(beginning, part, times, Measure);

        StatusReply reply = await StatusReplyReader.ReadAsync(body, TestContext.Current.CancellationToken);

        Assert.Equal(rows * times, reply.Rows?.Succeeded ?? 0);
        Assert.InRange(during, 1, before + Noise);

        // While the reader still holds whatever it holds.
        string Measure()
        {
            during = GC.GetTotalMemory(forceFullCollection: true);
            return "";
        }
    }
}
