using System.Buffers;
using System.Text.Unicode;

namespace ProfileSchema.Tool.Rows;

/// <summary>
/// Reads UTF-8 and shows each byte that is none as half of a surrogate pair, so that the row that holds it is rejected for it
/// (URL-3), and not the whole file. Nothing is replaced in silence.
/// </summary>
internal sealed class Utf8TextReader(Stream stream) : TextReader
{
    private const char FirstLowSurrogate = '\uDC00';

    private readonly byte[] _bytes = new byte[64 * 1024];
    private int _next;
    private int _end;
    private bool _isEndOfFile;
    private char _secondHalf;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        int written;
        while ((written = Decode(buffer)) == 0 && !_isEndOfFile)
        {
            MakeRoom();
            Fill(stream.Read(_bytes.AsSpan(_end)));
        }

        return written;
    }

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        int written;
        while ((written = Decode(buffer.Span)) == 0 && !_isEndOfFile)
        {
            MakeRoom();
            Fill(await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken));
        }

        return written;
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) =>
        ReadAsync(buffer.AsMemory(index, count)).AsTask();

    public override async ValueTask<int> ReadBlockAsync(
        Memory<char> buffer,
        CancellationToken cancellationToken = default
    )
    {
        int total = 0;
        int read;
        while (total < buffer.Length && (read = await ReadAsync(buffer[total..], cancellationToken)) > 0)
        {
            total += read;
        }

        return total;
    }

    private int Decode(Span<char> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        if (_secondHalf != 0)
        {
            buffer[0] = _secondHalf;
            _secondHalf = '\0';
            return 1;
        }

        int written = DecodeWhole(buffer);
        if (written > 0 || buffer.Length > 1)
        {
            return written;
        }

        // A character of two units has no room in a buffer of one.
        Span<char> pair = stackalloc char[2];
        int units = DecodeWhole(pair);
        buffer[0] = pair[0];
        _secondHalf = units == 2 ? pair[1] : '\0';
        return Math.Min(units, 1);
    }

    private int DecodeWhole(Span<char> buffer)
    {
        int written = 0;
        while (_next < _end && written < buffer.Length)
        {
            OperationStatus status = Utf8.ToUtf16(
                _bytes.AsSpan(_next, _end - _next),
                buffer[written..],
                out int read,
                out int chars,
                replaceInvalidSequences: false,
                isFinalBlock: _isEndOfFile
            );
            _next += read;
            written += chars;
            if (status is not OperationStatus.InvalidData)
            {
                break;
            }

            if (written < buffer.Length)
            {
                buffer[written++] = (char)(FirstLowSurrogate + _bytes[_next++]);
            }
        }

        return written;
    }

    private void MakeRoom()
    {
        _bytes.AsSpan(_next, _end - _next).CopyTo(_bytes);
        _end -= _next;
        _next = 0;
    }

    private void Fill(int read)
    {
        _end += read;
        _isEndOfFile = read == 0;
    }
}
