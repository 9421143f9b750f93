using System.Buffers;
using System.Net;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Bulk;

/// <summary>A batch file as the body of a request, sent from its segments as they are (BULK-1, BULK-2).</summary>
internal sealed class BatchFileContent : HttpContent
{
    /// <summary>What is handed over at a time: little enough that a slow line is told from one that stands still (BULK-9).</summary>
    private const int PieceBytes = 64 * 1024;

    private readonly ReadOnlySequence<byte> _file;
    private readonly StallTimer _stall;

    /// <param name="stall">Ends the attempt when nothing of the file gets through for a while (BULK-9).</param>
    public BatchFileContent(ReadOnlySequence<byte> file, StallTimer stall)
    {
        _file = file;
        _stall = stall;
        Headers.ContentType = ParameterForm.ContentType;
    }

    /// <summary>
    /// Whether the last bytes were handed to the connection. Before that the service cannot have taken the file, since its
    /// length was announced.
    /// </summary>
    public bool IsWhole { get; private set; }

    /// <summary>Counts the file as handed over, because a success answered it.</summary>
    public void MarkWhole() => IsWhole = true;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        long left = _file.Length;
        try
        {
            foreach (ReadOnlyMemory<byte> segment in _file)
            {
                for (int at = 0; at < segment.Length; at += PieceBytes)
                {
                    ReadOnlyMemory<byte> piece = segment.Slice(at, Math.Min(PieceBytes, segment.Length - at));
                    _stall.Restart();
                    left -= piece.Length;
                    IsWhole |= left == 0;
                    await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            // From here on the service thinks, for which the attempt's own time stands.
            _stall.Stop();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _file.Length;
        return true;
    }
}

/// <summary>Cuts a transfer off that does not move (BULK-9).</summary>
internal sealed class StallTimer(TimeProvider time) : IDisposable
{
    /// <summary>What a piece of 64 KB may take: a line of a kilobyte a second is slow and not stalled.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stalled = new(System.Threading.Timeout.InfiniteTimeSpan, time);

    public CancellationToken Token => _stalled.Token;

    public bool IsStalled => _stalled.IsCancellationRequested;

    public void Restart() => _stalled.CancelAfter(Timeout);

    public void Stop() => _stalled.CancelAfter(System.Threading.Timeout.InfiniteTimeSpan);

    public void Dispose() => _stalled.Dispose();
}
