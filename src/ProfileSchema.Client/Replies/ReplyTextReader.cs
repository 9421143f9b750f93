using System.Text;
using System.Xml;

namespace ProfileSchema.Client.Replies;

/// <summary>
/// The body of a reply as text that an XML reader accepts: UTF-8 whatever it declares, without characters that XML doesn't have,
/// without anything before the first character that shows, with its markup repaired, and no longer than STATUS-7 allows. It holds a
/// few pages, however long the body is.
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
    private readonly StringBuilder _repaired = new();
    private int _rawLength;
    private int _given;
    private long _bytesRead;
    private bool _hasBegun;
    private bool _hasEnded;

    public override Task<int> ReadAsync(char[] buffer, int index, int count) =>
        ReadAsync(buffer.AsMemory(index, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellation = default)
    {
        while (_given == _repaired.Length && !_hasEnded)
        {
            _given = 0;
            _repaired.Clear();
            await FillAsync().ConfigureAwait(false);
        }

        int length = Math.Min(buffer.Length, _repaired.Length - _given);
        _repaired.CopyTo(_given, buffer.Span, length);
        _given += length;
        return length;
    }

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

        _hasEnded = length == 0;
        int decoded = _decoder.GetChars(_bytes.AsSpan(0, length), _raw.AsSpan(_rawLength), flush: _hasEnded);
        _rawLength += KeepXmlCharacters(_raw.AsSpan(_rawLength, decoded));

        int taken = _markup.Repair(_raw.AsSpan(0, _rawLength), _hasEnded, _repaired);
        _raw.AsSpan(taken, _rawLength - taken).CopyTo(_raw);
        _rawLength -= taken;
    }

    /// <summary>Closes the gaps, and returns how many characters are left.</summary>
    private int KeepXmlCharacters(Span<char> text)
    {
        int kept = 0;
        foreach (char c in text)
        {
            // A byte order mark is not part of a reply without tags (SINGLE-6).
            _hasBegun = _hasBegun || !(char.IsWhiteSpace(c) || c == ByteOrderMark);
            if (_hasBegun && (XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)))
            {
                text[kept++] = c;
            }
        }

        return kept;
    }
}
