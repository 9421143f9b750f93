using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ProfileSchema.Emulator;

/// <summary>Reads the body of a call.</summary>
internal static class RequestBody
{
    private const int ChunkBytes = 128 * 1024;

    /// <summary>How much of an oversized body is read and thrown away, so that its sender gets a reply and no reset.</summary>
    private const long DrainedBytes = 1L << 30;

    /// <summary>Reads the body into the call. Beyond the limit nothing of it is kept, but its length is.</summary>
    public static async Task ReadAsync(
        HttpRequest request,
        ReceivedCall call,
        int limit,
        CancellationToken cancellationToken
    )
    {
        int expected = request.ContentLength is { } length && length <= limit ? (int)length : 0;
        var kept = new MemoryStream(expected);
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int read;
            while (
                call.BodyLength < DrainedBytes
                && (read = await request.Body.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0
            )
            {
                call.BodyLength += read;
                if (call.BodyLength <= limit)
                {
                    kept.Write(chunk, 0, read);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        if (call.BodyLength <= limit)
        {
            call.Body = kept.GetBuffer().AsMemory(0, (int)kept.Length);
        }
    }
}
