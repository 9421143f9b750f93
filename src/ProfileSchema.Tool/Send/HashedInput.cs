using System.Security.Cryptography;

namespace ProfileSchema.Tool.Send;

/// <summary>A file whose bytes are hashed as they are read: the hash is that of what was sent, whatever becomes of the file meanwhile.</summary>
internal sealed class HashedInput(FileStream file) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>How far it was hashed. The beginning is read again once it is known what the file is.</summary>
    private long _hashed;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value <= _hashed ? value : throw new NotSupportedException("Nothing is left out.");
    }

    /// <summary>The hash of all of it, once it was read to its end; empty before.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The hash of a file as it is now.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream file = InputFile.Open(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(file, cancellationToken));
    }

    public override int Read(Span<byte> buffer)
    {
        long start = file.Position;
        int read = file.Read(buffer);
        Add(start, buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        long start = file.Position;
        int read = await file.ReadAsync(buffer, cancellationToken);
        Add(start, buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => file.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Add(long start, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            Hash = Convert.ToHexString(_hash.GetCurrentHash());
            return;
        }

        long known = Math.Min(_hashed - start, bytes.Length);
        _hash.AppendData(bytes[(int)known..]);
        _hashed = Math.Max(_hashed, start + bytes.Length);
    }
}
