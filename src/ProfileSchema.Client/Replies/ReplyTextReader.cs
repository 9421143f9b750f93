using System.Text;
using System.Xml;

namespace ProfileSchema.Client.Replies;

/// <summary>
/// The body of a reply as text that an XML reader takes: UTF-8 whatever it declares, no characters that XML does not
/// have, nothing before the first mark, markup repaired, and no more of it than STATUS-7 allows. Holds a few pages,
/// however long the body is.
/// </summary>
internal sealed class ReplyTextReader(Stream body, CancellationToken cancellationToken) : TextReader
{
    private const int PageSize = 4096;
    private const char ByteOrderMark = '\uFEFF';

    private readonly ReplyMarkup _markup = new();
    private readonly Decoder _decoder = new UTF8Encoding(false, throwOnInvalidBytes: false).GetDecoder();
    private readonly byte[] _bytes = new byte[PageSize];

    // A decoder may hold a character back, and gives it with the next page.
    private readonly char[] _raw = new char[ReplyMarkup.Lookahead + PageSize + 2];
    private readonly char[] _repaired = new char[(ReplyMarkup.Lookahead + PageSize + 2) * ReplyMarkup.MaxGrowth];
    private Memory<char> _ready;
    private int _rawLength;
    private long _bytesRead;
    private bool _begun;
    private bool _ended;

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellation = default)
    {
        while (_ready.IsEmpty && !_ended)
        {
            await FillAsync().ConfigureAwait(false);
        }

        int length = Math.Min(buffer.Length, _ready.Length);
        _ready[..length].CopyTo(buffer);
        _ready = _ready[length..];
        return length;
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) =>
        ReadAsync(buffer.AsMemory(index, count), cancellationToken).AsTask();

    private async ValueTask FillAsync()
    {
        // A body in memory may never look at the token.
        cancellationToken.ThrowIfCancellationRequested();
        int length = await body.ReadAsync(_bytes, cancellationToken).ConfigureAwait(false);
        _bytesRead += length;
        if (_bytesRead > ReplyLimits.MaxBytes)
        {
            throw new ReplyTooLargeException($"The reply is longer than {ReplyLimits.MaxBytes} bytes (STATUS-7).");
        }

        _ended = length == 0;
        int decoded = _decoder.GetChars(_bytes.AsSpan(0, length), _raw.AsSpan(_rawLength), flush: _ended);
        _rawLength += KeepXmlCharacters(_raw.AsSpan(_rawLength, decoded));

        int taken = _markup.Repair(_raw.AsSpan(0, _rawLength), _ended, _repaired, out int written);
        _raw.AsSpan(taken, _rawLength - taken).CopyTo(_raw);
        _rawLength -= taken;
        _ready = _repaired.AsMemory(0, written);
    }

    /// <summary>Closes the gaps, and returns what is left.</summary>
    private int KeepXmlCharacters(Span<char> text)
    {
        int kept = 0;
        foreach (char c in text)
        {
            // A byte order mark is no part of a reply without tags (SINGLE-6).
            _begun = _begun || !(char.IsWhiteSpace(c) || c == ByteOrderMark);
            if (_begun && (XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)))
            {
                text[kept++] = c;
            }
        }

        return kept;
    }
}
