using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Sylvan.Data.Csv;

namespace ProfileSchema.Tool.Rows;

/// <summary>The rows of a CSV export: a key column and the columns that become parameters.</summary>
internal sealed class CsvRowFile : RowFile
{
    /// <summary>No row of a batch may be nearly as long (VALUE-6).</summary>
    private const int MaxRecordLength = 1024 * 1024;

    private readonly string _path;
    private readonly CsvDataReader _csv;
    private readonly int _columnCount;
    private readonly int[] _columns;
    private long _nextLine;

    private CsvRowFile(string path, Stream file, CsvDataReader csv, string[] header, RowOptions options)
        : base(file, new RowRejections())
    {
        _path = path;
        _csv = csv;
        _columnCount = header.Length;
        _columns = [ColumnOf(header, options.Key, "--key"), .. ParameterColumns(header, options)];
        Contract = ProfileRowContract.Create(
            path,
            options.KeyKind,
            _columns.Skip(1).Select(column => header[column]),
            options.MaxLength
        );
        _nextLine = 1 + CountLines(csv.GetRawRecordSpan());
    }

    public override ProfileRowContract Contract { get; }

    public static async Task<CsvRowFile> CreateAsync(
        string path,
        Stream file,
        RowOptions options,
        CancellationToken cancellationToken
    )
    {
        if (options.Key is null)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{path} is no batch file: --key says which of its columns holds the id of the customer."
            );
        }

        TextReader text = await CsvText.OpenAsync(file, options.Encoding, cancellationToken);
        CsvDataReader csv = await CreateReaderAsync(text, path, options, cancellationToken);
        if (!await ReadRecordAsync(csv, path, 1, cancellationToken))
        {
            throw new ToolException(ExitCode.DataErrors, $"{path} is empty. Its first line names the columns.");
        }

        var header = new string[csv.RowFieldCount];
        for (int i = 0; i < header.Length; i++)
        {
            header[i] = csv.GetString(i);
        }

        if (Array.Exists(header, name => name.Contains('\0', StringComparison.Ordinal)))
        {
            throw new ToolException(
                ExitCode.DataErrors,
                $"{path} holds NUL characters in its first line, as UTF-16 does that is read as something else. Say --encoding utf-16."
            );
        }

        return new CsvRowFile(path, file, csv, header, options);
    }

    public override async IAsyncEnumerable<ProfileRow> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var cells = new string[_columns.Length];
        while (await ReadRecordAsync(_csv, _path, _nextLine, cancellationToken))
        {
            Line = _nextLine;
            _nextLine += CountLines(_csv.GetRawRecordSpan());
            if (TryRead(cells))
            {
                yield return new ProfileRow(Line, cells);
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _csv.DisposeAsync();
        await base.DisposeAsync();
    }

    private bool TryRead(string[] cells)
    {
        if (_csv.RowFieldCount != _columnCount)
        {
            // A line without anything in it is nobody's row.
            if (_csv.RowFieldCount == 1 && _csv.GetFieldSpan(0).IsEmpty)
            {
                return false;
            }

            Rejections.AddUnreadable(
                Line,
                "CellCount",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the row has {_csv.RowFieldCount} cells, the header {_columnCount}. Quote values that hold the delimiter."
                )
            );
            return false;
        }

        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = _csv.GetString(_columns[i]);
        }

        return true;
    }

    private static async Task<CsvDataReader> CreateReaderAsync(
        TextReader text,
        string path,
        RowOptions options,
        CancellationToken cancellationToken
    )
    {
        var csvOptions = new CsvDataReaderOptions
        {
            // The header is read as a row, so that lines can be counted and names be judged.
            HasHeaders = false,
            Delimiter = options.Delimiter,
            Quote = options.Quote,
            Escape = options.Quote,
            // A row that begins with # is a row: this one is no character at all.
            Comment = '\uFFFF',
            MaxBufferSize = MaxRecordLength,
            ResultSetMode = ResultSetMode.SingleResult,
        };
        try
        {
            return await CsvDataReader.CreateAsync(text, csvOptions, cancellationToken);
        }
        catch (Exception exception) when (FaultOf(exception) is { } fault)
        {
            throw Explain(exception, fault, path, 1);
        }
    }

    private static async Task<bool> ReadRecordAsync(
        CsvDataReader csv,
        string path,
        long line,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (Exception exception) when (FaultOf(exception) is { } fault)
        {
            throw Explain(exception, fault, path, line);
        }
    }

    /// <summary>What is wrong with the file, or null if it is something else.</summary>
    private static string? FaultOf(Exception exception) =>
        exception switch
        {
            CsvRecordTooLargeException =>
                "the row has more than a million characters. A quote may lack its end; --quote and --delimiter say how to read.",
            CsvFormatException =>
                "a quoted value has no closing quote, or text follows its closing quote. Fix the line or specify --quote; the file may be truncated.",
            DecoderFallbackException =>
                "the bytes from here on, or soon after, are not in the encoding that --encoding or the file itself names.",
            _ => null,
        };

    private static ToolException Explain(Exception exception, string fault, string path, long line) =>
        new(
            ExitCode.DataErrors,
            string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}: {fault}"),
            exception
        );

    private static IEnumerable<int> ParameterColumns(string[] header, RowOptions options)
    {
        int key = ColumnOf(header, options.Key, "--key");
        return options.Columns is { } names
            ? names.Select(name => ColumnOf(header, name, "--columns"))
            : Enumerable.Range(0, header.Length).Where(column => column != key);
    }

    private static int ColumnOf(string[] header, string? name, string option)
    {
        int column = Array.IndexOf(header, name);
        if (column < 0)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"There is no column '{name}', which {option} names. {Hint(header, name)}"
            );
        }

        if (Array.LastIndexOf(header, name) != column)
        {
            throw new ToolException(
                ExitCode.DataErrors,
                $"The column '{name}', which {option} names, is there twice. Give one of them another name."
            );
        }

        return column;
    }

    /// <summary>
    /// What may be meant. The columns are not listed: in a file without a header they are the values of a customer (HTTP-2).
    /// </summary>
    private static string Hint(string[] header, string? name)
    {
        string? alike = Array.Find(
            header,
            column => string.Equals(column.Trim(), name?.Trim(), StringComparison.OrdinalIgnoreCase)
        );
        return alike is not null ? $"There is '{alike}': capitals and spaces count (URL-4)."
            : header.Length == 1 ? "The first line has one column; if these are several, say --delimiter."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The first line has {header.Length} columns; it must hold their names."
            );
    }

    private static int CountLines(ReadOnlySpan<char> record)
    {
        int lines = record.Count('\n');
        for (int i = 0; i < record.Length; i++)
        {
            lines += record[i] == '\r' && (i + 1 == record.Length || record[i + 1] != '\n') ? 1 : 0;
        }

        return lines;
    }
}
