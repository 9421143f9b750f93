using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ProfileSchema.Client.Replies;

/// <summary>Reads a JSON reply.</summary>
internal static class JsonReply
{
    /// <summary>Reads a reply, or null if it is not JSON of this kind.</summary>
    /// <param name="convert">Converts what was read; it may throw a <see cref="JsonException"/> as well.</param>
    public static async Task<TReply?> ReadAsync<TJson, TReply>(
        Stream body,
        JsonTypeInfo<TJson> type,
        Func<TJson, TReply?> convert,
        CancellationToken cancellationToken
    )
        where TReply : class
    {
        using var limited = new LimitedStream(body);
        try
        {
            TJson? json = await JsonSerializer.DeserializeAsync(limited, type, cancellationToken).ConfigureAwait(false);
            return json is null ? null : convert(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A reply that ends in an error where it grows beyond what any profile has.</summary>
internal sealed class LimitedStream(Stream inner) : Stream
{
    /// <summary>The data of one profile has at most 64 KB (VALUE-6); ids, times and JSON around it take a multiple.</summary>
    private const long MaxBytes = 16 * 1024 * 1024;

    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _read += read;
        return _read <= MaxBytes
            ? read
            : throw new ProfileRequestException("The response exceeds the maximum profile size and was discarded.");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
