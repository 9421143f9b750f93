using System.Buffers;

namespace ProfileSchema.Client;

/// <summary>A batch file that exists, as the only file of a run: looked at just enough to know that it is one.</summary>
internal sealed class ReadyFile : IFileSource
{
    private static readonly byte[] Start = [.. "batch="u8];

    private readonly ReadOnlyMemory<byte> _content;
    private readonly int _rows;

    private ReadyFile(ReadOnlyMemory<byte> content, int rows)
    {
        _content = content;
        _rows = rows;
    }

    public SourceCounts Counts => new(_rows);

    /// <summary>The first name of the header, which says what the rows are keyed by.</summary>
    public ProfileKeyKind KeyKind =>
        _content.Span[Start.Length..].StartsWith("pcId"u8) ? ProfileKeyKind.PcId : ProfileKeyKind.ThirdPartyId;

    /// <exception cref="InvalidDataException">It is no batch file, or beyond the limits of one.</exception>
    public static async Task<ReadyFile> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            content.Write(buffer, 0, read);
            Require(
                content.Length < ProfileLimits.BatchBytes,
                "has 50,000,000 bytes or more (BATCH-4). Split it first"
            );
        }

        ReadOnlyMemory<byte> bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
        RequireHeader(bytes.Span);
        int lines = bytes.Span.Count((byte)'\n') + (bytes.Span[^1] == '\n' ? 0 : 1);
        Require(lines > 1, "has no row");
        Require(lines - 1 <= ProfileLimits.BatchRows, "has more than 500,000 rows (BATCH-5). Split it first");
        return new ReadyFile(bytes, lines - 1);
    }

    public async Task MakeFilesAsync(FileSink files, CancellationToken cancellationToken)
    {
        var file = new OutgoingFile(
            1,
            new ReadOnlySequence<byte>(_content),
            _rows,
            firstPosition: 0,
            endPosition: _rows
        );
        await files.TakeAsync(file, Counts, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() { }

    // BATCH-1
    private static void RequireHeader(ReadOnlySpan<byte> file)
    {
        Require(file.StartsWith(Start), "does not begin with batch= (BATCH-1)");
        ReadOnlySpan<byte> header = file[Start.Length..];
        int end = header.IndexOfAny((byte)'\n', (byte)',');
        ReadOnlySpan<byte> key = end < 0 ? header : header[..end];
        Require(
            key.SequenceEqual("pcId"u8) || key.SequenceEqual("thirdPartyId"u8),
            "has a header whose first name is neither pcId nor thirdPartyId (BATCH-1)"
        );
    }

    private static void Require(bool isTrue, string fault)
    {
        if (!isTrue)
        {
            throw new InvalidDataException($"The batch file {fault}.");
        }
    }
}
