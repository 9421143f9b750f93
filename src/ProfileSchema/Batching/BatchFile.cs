using System.Buffers;

namespace ProfileSchema;

/// <summary>Represents a complete batch file in pooled memory. Dispose it to return the memory.</summary>
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

    /// <summary>Gets the number of rows, the header not counted.</summary>
    public int Rows { get; }

    /// <summary>Gets the size of the file in bytes, header included.</summary>
    public long Length { get; }

    /// <summary>
    /// Gets the position in the source of the first profile that this file covers, counted from zero. An empty or rejected profile is covered
    /// by the file that was being written when the profile was added.
    /// </summary>
    public long FirstPosition { get; }

    /// <summary>Gets the position after the last profile that this file covers, which is where the next file begins.</summary>
    public long EndPosition { get; }

    /// <summary>Gets the bytes of the file, which are valid until it is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public ReadOnlySequence<byte> Content => _content.AsSequence();

    /// <summary>Writes the file to a stream.</summary>
    /// <param name="destination">The stream, which is left open.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public async Task WriteToAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        foreach (ReadOnlyMemory<byte> segment in Content)
        {
            await destination.WriteAsync(segment, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the memory. The content must no longer be in use.</summary>
    public void Dispose() => _content.Dispose();

    /// <summary>Returns the size of the file, without its content.</summary>
    public override string ToString() => $"{Rows} rows, {Length} bytes";
}
