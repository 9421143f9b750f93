namespace ProfileSchema;

/// <summary>
/// Reads a batch file that exists, row by row, and judges it against every clause of docs/reference/protocol.md that a file can
/// break, in bounded memory whatever the file holds: 1 MB of a line at most, and about 40 bytes a key.
/// </summary>
/// <remarks>
/// <para>
/// Bad content is never an exception: it is a finding, and the file is read on as far as that makes sense. An instance reads
/// one file and is used by one thread at a time.
/// </para>
/// <code>
/// var reader = new ProfileBatchReader(file, finding =&gt; Console.WriteLine(finding));
/// while (await reader.ReadAsync())
/// {
///     // reader.Row
/// }
///
/// BatchSummary summary = reader.Summary;
/// </code>
/// </remarks>
public sealed class ProfileBatchReader
{
    private readonly BatchLines _lines;
    private readonly BatchFindings _findings;
    private readonly EncodedCell _cell = new();
    private readonly BatchRowReading _rows;
    private BatchHeader? _header;
    private bool _isHeaderRead;
    private bool _isCompleted;
    private bool _isOverBytes;
    private bool _hasCarriageReturns;
    private int _rowLength;

    /// <summary>Begins with a file; nothing is read yet.</summary>
    /// <param name="file">The file, read from where it stands; it stays open.</param>
    /// <param name="onFinding">Is told of everything that departs from a clause, in order.</param>
    /// <param name="keys">The keys of files before, where several are judged as one run; by default there are none.</param>
    public ProfileBatchReader(Stream file, Action<BatchFinding>? onFinding = null, BatchKeys? keys = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        _lines = new BatchLines(file);
        _findings = new BatchFindings(_lines, onFinding);
        _rows = new BatchRowReading(_findings, _cell, keys ?? new BatchKeys());
    }

    /// <summary>Bytes read so far, up to the present row.</summary>
    public long BytesRead => _lines.Consumed;

    /// <summary>The row read last.</summary>
    /// <exception cref="InvalidOperationException">No row was read, or the file is at its end.</exception>
    public BatchRow Row =>
        _isCompleted || _rows.Rows == 0
            ? throw new InvalidOperationException("There is no row here: ReadAsync has not returned true.")
            : new BatchRow(_lines.Number, _lines.Current[.._rowLength], _rows.Ends, _lines.IsCut, _cell);

    /// <summary>What the file holds and how it was judged, as far as it was read.</summary>
    public BatchSummary Summary =>
        new()
        {
            Bytes = _lines.Consumed,
            Rows = _rows.Rows,
            EmptyRows = _rows.EmptyRows,
            DistinctKeys = _rows.DistinctKeys,
            DuplicateKeys = _rows.DuplicateKeys,
            LongestValue = _rows.LongestValue,
            KeyKind = _header?.KeyKind,
            Parameters = _header?.Names.Count ?? 0,
            SystemNames = _header?.SystemNames ?? [],
            Errors = _findings.Errors,
            Warnings = _findings.Warnings,
        };

    /// <summary>Reads the header, unless it was read before.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The header, or null if the file is something else than a batch file; a finding says what.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async ValueTask<BatchHeader?> ReadHeaderAsync(CancellationToken cancellationToken = default)
    {
        if (_isHeaderRead)
        {
            return _header;
        }

        ReadOnlyMemory<byte> start = await _lines.PeekAsync(4, cancellationToken).ConfigureAwait(false);
        _isHeaderRead = true;
        if (!IsText(start.Span))
        {
            await SkipAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }

        if (await ReadLineAsync(cancellationToken).ConfigureAwait(false))
        {
            _header = ReadHeader();
        }

        if (_header is null)
        {
            await SkipAsync(cancellationToken).ConfigureAwait(false);
        }

        return _header;
    }

    /// <summary>Goes to the next row and judges it.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>False if there is no further row.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (_header is null || !_lines.TryRead())
        {
            return ReadNextAsync(cancellationToken);
        }

        JudgeRow();
        return new ValueTask<bool>(true);
    }

    private async ValueTask<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        if (await ReadHeaderAsync(cancellationToken).ConfigureAwait(false) is null)
        {
            _isCompleted = true;
            return false;
        }

        if (!await ReadLineAsync(cancellationToken).ConfigureAwait(false))
        {
            Complete();
            return false;
        }

        JudgeRow();
        return true;
    }

    private async ValueTask<bool> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (!_lines.TryRead())
        {
            if (!await _lines.FillAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads what is not judged, so that at least its size is known.</summary>
    private async ValueTask SkipAsync(CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(cancellationToken).ConfigureAwait(false))
        {
            JudgeBytes();
        }
    }

    private bool IsText(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
        {
            _findings.Error(1, 0, "BATCH-1", "The file is empty. It begins with batch= and the header.");
            return false;
        }

        if (
            start
            is [0xFF, 0xFE, ..]
                or [0xFE, 0xFF, ..]
                or [0, 0, 0xFE, 0xFF]
                or [(byte)'b', 0, ..]
                or [0, (byte)'b', ..]
        )
        {
            _findings.Error(1, 0, "BATCH-1", "The file is UTF-16 or UTF-32. Write it as UTF-8 without a BOM.");
            return false;
        }

        if (start is [0xEF, 0xBB, 0xBF, ..])
        {
            _findings.Error(1, 0, "BATCH-1", "The file begins with a BOM, so not with batch=. Write it without.");
            _lines.Drop(3);
        }

        return true;
    }

    private BatchHeader? ReadHeader()
    {
        if (_lines.IsCut)
        {
            _findings.Error(1, 0, "BATCH-1", "The first line has more than a megabyte, which is no header.");
            return null;
        }

        JudgeBytes();
        BatchHeader? header = new BatchHeaderReading(_findings, _cell).Read(WithoutCarriageReturn());
        if (header is null)
        {
            _findings.Error(1, 0, "BATCH-1", "The file is no batch file, and its rows were not read.");
        }

        return header;
    }

    private void JudgeRow()
    {
        ReadOnlySpan<byte> row = WithoutCarriageReturn();
        _rowLength = row.Length;
        _rows.Read(row, _lines.Number, _lines.IsCut, _header!);
        JudgeBytes();
    }

    private ReadOnlySpan<byte> WithoutCarriageReturn()
    {
        ReadOnlySpan<byte> line = _lines.Current;
        if (line is not [.., (byte)'\r'] || _lines.IsCut)
        {
            return line;
        }

        if (!_hasCarriageReturns)
        {
            _hasCarriageReturns = true;
            _findings.Error(
                _lines.Number,
                line.Length - 1,
                "BATCH-3",
                "The line, the first of them, ends with CR, which may become part of a value. End lines with LF alone."
            );
        }

        return line[..^1];
    }

    private void JudgeBytes()
    {
        if (!_isOverBytes && _lines.Consumed >= ProfileLimits.BatchBytes)
        {
            _isOverBytes = true;
            _findings.Error(
                _lines.Number,
                0,
                "BATCH-4",
                "The file reaches 50,000,000 bytes here, and must have fewer. Split it."
            );
        }
    }

    private void Complete()
    {
        if (_isCompleted)
        {
            return;
        }

        _isCompleted = true;

        // The rest of a line that is cut is skipped when the next is asked for.
        JudgeBytes();
        if (!_lines.EndsWithLineFeed)
        {
            _findings.Warn(
                _lines.Number,
                _lines.Current.Length,
                "BATCH-3",
                "The last line does not end with LF. The file may have been cut off: compare it with its source."
            );
        }

        if (_rows.Rows == _rows.EmptyRows)
        {
            _findings.Warn(_lines.Number, 0, "BATCH-6", "No row has a value, so the file updates nothing.");
        }
    }
}
