namespace ProfileSchema;

/// <summary>Reads an existing batch file row by row and validates it against the protocol rules for batch files.</summary>
/// <remarks>
/// Invalid content is reported as a finding, not as an exception, and reading continues where possible. Memory is bounded: at most 1 MB of
/// a line, and about 40 bytes for each key. An instance reads one file and must not be used by several threads at the same time.
/// </remarks>
/// <example>
/// <code>
/// var reader = new ProfileBatchReader(file, finding =&gt; Console.WriteLine(finding));
/// while (await reader.ReadAsync())
/// {
///     // reader.Row
/// }
///
/// BatchSummary summary = reader.Summary;
/// </code>
/// </example>
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

    /// <summary>Initializes a reader. Nothing is read yet.</summary>
    /// <param name="file">The file, which is read from its current position and left open.</param>
    /// <param name="onFinding">Called for each violation of a protocol rule, in order.</param>
    /// <param name="keys">The keys of earlier files, to detect duplicates across several files. The default is none.</param>
    public ProfileBatchReader(Stream file, Action<BatchFinding>? onFinding = null, BatchKeys? keys = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        _lines = new BatchLines(file);
        _findings = new BatchFindings(_lines, onFinding);
        _rows = new BatchRowReading(_findings, _cell, keys ?? new BatchKeys());
    }

    /// <summary>Gets the number of bytes read, up to the current row.</summary>
    public long BytesRead => _lines.Consumed;

    /// <summary>Gets the current row.</summary>
    /// <exception cref="InvalidOperationException">No row was read, or the end of the file was reached.</exception>
    public BatchRow Row =>
        _isCompleted || _rows.Rows == 0
            ? throw new InvalidOperationException("There is no current row. Call ReadAsync until it returns false.")
            : new BatchRow(_lines.Number, _lines.Current[.._rowLength], _rows.Ends, _lines.IsCut, _cell);

    /// <summary>Gets the counts of the file, as far as it was read.</summary>
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
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The header, or null if the file is not a batch file; a finding gives the reason.</returns>
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

    /// <summary>Reads the next row and validates it.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns><see langword="false"/> if there are no more rows.</returns>
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

    /// <summary>Reads the rest of a file that is not validated, so that its size is known.</summary>
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
            _findings.Error(1, 0, "BATCH-1", "The file is empty. Write a header that begins with batch=.");
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
            _findings.Error(
                1,
                0,
                "BATCH-1",
                "The file is UTF-16 or UTF-32. Write it as UTF-8 without a byte order mark."
            );
            return false;
        }

        if (start is [0xEF, 0xBB, 0xBF, ..])
        {
            _findings.Error(1, 0, "BATCH-1", "The file begins with a byte order mark. Write it as UTF-8 without one.");
            _lines.Drop(3);
        }

        return true;
    }

    private BatchHeader? ReadHeader()
    {
        if (_lines.IsCut)
        {
            _findings.Error(1, 0, "BATCH-1", "The first line is longer than 1 MB, so it isn't a header.");
            return null;
        }

        JudgeBytes();
        BatchHeader? header = new BatchHeaderReading(_findings, _cell).Read(WithoutCarriageReturn());
        if (header is null)
        {
            _findings.Error(1, 0, "BATCH-1", "The file isn't a batch file. Its rows were not read.");
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
                "The line is the first that ends with CR, which can become part of a value. End lines with LF only."
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
                "The file has 50,000,000 bytes or more from this line on. Split it into smaller files."
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

        // The rest of a truncated line is skipped when the next line is read.
        JudgeBytes();
        if (!_lines.EndsWithLineFeed)
        {
            _findings.Warn(
                _lines.Number,
                _lines.Current.Length,
                "BATCH-3",
                "The last line doesn't end with LF. The file may be truncated; compare it with its source."
            );
        }

        if (_rows.Rows == _rows.EmptyRows)
        {
            _findings.Warn(_lines.Number, 0, "BATCH-6", "No row has a value, so the file updates nothing.");
        }
    }
}
