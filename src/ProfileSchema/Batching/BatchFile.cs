using System.Buffers;

namespace ProfileSchema;

/// <summary>A finished batch file, held in pooled memory until it is disposed.</summary>
public sealed class BatchFile : IDisposable
{
    private readonly SegmentedBuffer _content;

    internal BatchFile(SegmentedBuffer content, int rows, long firstPosition, long endPosition)
    {
        _content = content;
        Rows = rows;
        Length = content.Length;
        FirstPosition = firstPosition;
        EndPosition = endPosition;
    }

    /// <summary>Rows of the file, the header not counted.</summary>
    public int Rows { get; }

    /// <summary>Bytes of the file, header included.</summary>
    public long Length { get; }

    /// <summary>
    /// The position in the source of the first profile that this file accounts for, counted from zero. Profiles that were
    /// empty or rejected are accounted for by the file that was being written when they came.
    /// </summary>
    public long FirstPosition { get; }

    /// <summary>The position after the last profile that this file accounts for, where the next file begins.</summary>
    public long EndPosition { get; }

    /// <summary>The bytes of the file, valid until it is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public ReadOnlySequence<byte> Content => _content.AsSequence();

    /// <summary>Writes the file to a stream.</summary>
    /// <param name="destination">The stream; it stays open.</param>
    /// <param name="cancellationToken">Ends the writing between two blocks.</param>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public async Task WriteToAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        foreach (ReadOnlyMemory<byte> segment in Content)
        {
            await destination.WriteAsync(segment, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the memory back. The content must not be in use any more.</summary>
    public void Dispose() => _content.Dispose();

    /// <summary>The size of the file; no content.</summary>
    public override string ToString() => $"{Rows} rows, {Length} bytes";
}
