using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ProfileSchema.Emulator.Hosting;

/// <summary>Reads the body of a call.</summary>
internal static class RequestBody
{
    private const int ChunkBytes = 128 * 1024;

    /// <summary>How much of an oversized body is read and thrown away, so that its sender gets a reply and no reset.</summary>
    private const long DrainedBytes = 1L << 30;

    /// <summary>Reads the body into the call. Beyond the limit nothing of it is kept, but its length is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="call">The call that gets the body and its length.</param>
    /// <param name="limit">How many bytes are kept.</param>
    /// <param name="halfway">Awaited once half of the declared length was read, or a byte where none is declared.</param>
    /// <param name="cancellationToken">Cancelled when the sender leaves.</param>
    public static async Task ReadAsync(
        HttpRequest request,
        ReceivedCall call,
        int limit,
        Func<Task> halfway,
        CancellationToken cancellationToken
    )
    {
        int expected = request.ContentLength is { } length && length <= limit ? (int)length : 0;
        long half = request.ContentLength / 2 ?? 1;
        bool isHalfway = false;
        var kept = new MemoryStream(expected);
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int read;
            do
            {
                if (!isHalfway && call.BodyLength >= half)
                {
                    isHalfway = true;
                    await halfway().ConfigureAwait(false);
                }

                int wanted = isHalfway ? chunk.Length : (int)Math.Min(chunk.Length, half - call.BodyLength);
                read = await request.Body.ReadAsync(chunk.AsMemory(0, wanted), cancellationToken).ConfigureAwait(false);
                call.BodyLength += read;
                if (call.BodyLength <= limit)
                {
                    kept.Write(chunk, 0, read);
                }
            } while (read > 0 && call.BodyLength < DrainedBytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        if (!isHalfway)
        {
            await halfway().ConfigureAwait(false);
        }

        if (call.BodyLength <= limit)
        {
            call.Body = kept.GetBuffer().AsMemory(0, (int)kept.Length);
        }
    }
}
