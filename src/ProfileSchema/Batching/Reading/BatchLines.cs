namespace ProfileSchema;

/// <summary>Reads the lines of a stream, one at a time, with bounded memory.</summary>
internal sealed class BatchLines(Stream file)
{
    /// <summary>Of a longer line this much is shown and the rest is skipped; a row may have far less (VALUE-6).</summary>
    public const int MaxLength = 1024 * 1024;

    private byte[] _buffer = new byte[256 * 1024];
    private int _next;
    private int _searched;
    private int _end;
    private bool _isEndOfFile;
    private bool _skips;
    private int _start;
    private int _length;

    /// <summary>The number of the present line, counted from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Bytes of all lines so far, with their ends.</summary>
    public long Consumed { get; private set; }

    /// <summary>The present line without its LF, valid until the next is read.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_start, _length);

    /// <summary>Whether the present line is longer than <see cref="MaxLength"/> and its rest is not shown.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether the line read last ended with LF. Of a line that is cut it is known when the next is asked for.</summary>
    public bool EndsWithLineFeed { get; private set; } = true;

    /// <summary>The first bytes of the file, at most <paramref name="count"/>, without reading a line.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(int count, CancellationToken cancellationToken)
    {
        while (_end < count && !_isEndOfFile)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return _buffer.AsMemory(0, Math.Min(count, _end));
    }

    /// <summary>Drops bytes at the beginning of the file that were looked at.</summary>
    public void Drop(int count)
    {
        _next += count;
        _searched = _next;
        Consumed += count;
    }

    /// <summary>Goes to the next line if it is in memory.</summary>
    public bool TryRead()
    {
        if (_skips && !TrySkip())
        {
            return false;
        }

        int lineFeed = _buffer.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
        if (lineFeed >= 0)
        {
            Take(_searched + lineFeed - _next, endLength: 1);
            return true;
        }

        _searched = _end;
        int rest = _end - _next;
        if (rest >= MaxLength)
        {
            Take(MaxLength, endLength: 0);
            IsCut = _skips = true;
            return true;
        }

        if (!_isEndOfFile || rest == 0)
        {
            return false;
        }

        Take(rest, endLength: 0);
        return true;
    }

    /// <summary>Reads on; false at the end of the file.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_isEndOfFile)
        {
            return false;
        }

        MakeRoom();
        int read = await file.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _isEndOfFile = read == 0;
        return true;
    }

    private void Take(int length, int endLength)
    {
        _start = _next;
        _length = length;
        _next += length + endLength;
        _searched = _next;
        Consumed += length + endLength;
        Number++;
        EndsWithLineFeed = endLength > 0;
        IsCut = false;
    }

    private bool TrySkip()
    {
        int lineFeed = _buffer.AsSpan(_next, _end - _next).IndexOf((byte)'\n');
        int skipped = lineFeed < 0 ? _end - _next : lineFeed + 1;
        _next += skipped;
        _searched = _next;
        Consumed += skipped;
        _skips = lineFeed < 0;
        EndsWithLineFeed = !_skips;
        return !_skips;
    }

    private void MakeRoom()
    {
        if (_next > 0)
        {
            _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
            _end -= _next;
            _searched -= _next;
            _next = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}
