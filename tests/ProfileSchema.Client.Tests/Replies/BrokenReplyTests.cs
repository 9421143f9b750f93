using CsCheck;
using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Tests.Replies;

public sealed class BrokenReplyTests
{
    [Fact]
    [Trait("Clause", "STATUS-7")]
    public Task Bytes_of_any_kind_are_read_to_their_end() => Gen.Byte.Array[0, 300].SampleAsync(ReadAllAsync);

    [Fact]
    [Trait("Clause", "STATUS-7")]
    public Task Replies_mutilated_in_any_way_are_read_to_their_end() =>
        ReplyGen.Mutilated.SampleAsync(ReadAllAsync, iter: 20_000);

    [Fact]
    [Trait("Clause", "BULK-4")]
    public Task It_does_not_matter_in_which_parts_a_reply_comes()
    {
        return Gen.Select(ReplyGen.Mutilated, Gen.Int[1, 30])
            .SampleAsync(
                async (reply, partSize) =>
                {
                    using Stream whole = ReplyBody.Of(reply);
                    using Stream parts = ReplyBody.Of(reply, partSize);
                    Assert.Equal(await Attempt(whole), await Attempt(parts));
                }
            );

        static async Task<object> Attempt(Stream body) =>
            await OrLimit(BulkReplyReader.ReadAsync(body, TestContext.Current.CancellationToken));
    }

    private static async Task ReadAllAsync(byte[] reply)
    {
        using Stream single = ReplyBody.Of(reply);
        using Stream bulk = ReplyBody.Of(reply);
        using Stream status = ReplyBody.Of(reply);
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await OrLimit(SingleReplyReader.ReadAsync(single, cancellationToken));
        await OrLimit(BulkReplyReader.ReadAsync(bulk, cancellationToken));
        await OrLimit(StatusReplyReader.ReadAsync(status, cancellationToken));
    }

    /// <summary>Going past a limit is the one failure that bytes alone may lead to.</summary>
    private static async Task<object> OrLimit<T>(Task<T> reading)
        where T : notnull
    {
        try
        {
            return await reading;
        }
        catch (ReplyTooLargeException exception)
        {
            return exception.Message;
        }
    }
}
