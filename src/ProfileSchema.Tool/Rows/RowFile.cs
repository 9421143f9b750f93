namespace ProfileSchema.Tool.Rows;

/// <summary>A file of rows to be sent, a CSV export or a batch file, read from its beginning to its end, once.</summary>
internal abstract class RowFile(Stream file, RowRejections rejections) : IAsyncDisposable
{
    /// <summary>What is sent of a row.</summary>
    public abstract ProfileRowContract Contract { get; }

    /// <summary>The line of the row that was given last.</summary>
    public long Line { get; protected set; }

    /// <summary>How much of the file was read, from 0 to 1.</summary>
    public double Share => file.Length == 0 ? 1 : (double)file.Position / file.Length;

    /// <summary>The rows that were left out, by this file or by whoever writes them.</summary>
    public RowRejections Rejections { get; } = rejections;

    /// <summary>Cells that were not encoded as they should be, and mean what they say once they are written again (URL-2).</summary>
    public virtual long ReencodedFields => 0;

    /// <summary>The rows. Those that cannot be read as rows are rejected and left out.</summary>
    /// <exception cref="ToolException">The file cannot be read on.</exception>
    public abstract IAsyncEnumerable<ProfileRow> ReadAsync(CancellationToken cancellationToken = default);

    public virtual ValueTask DisposeAsync() => file.DisposeAsync();

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="ToolException">The header is none that rows can be sent under.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Task<RowFile> OpenAsync(string path, RowOptions options, CancellationToken cancellationToken) =>
        OpenAsync(path, InputFile.Open(path), options, cancellationToken);

    /// <inheritdoc cref="OpenAsync(string, RowOptions, CancellationToken)"/>
    /// <param name="file">The content, which is disposed of with the rows.</param>
    public static async Task<RowFile> OpenAsync(
        string path,
        Stream file,
        RowOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await IsBatchAsync(file, cancellationToken)
                ? await BatchRowFile.CreateAsync(path, file, options, cancellationToken)
                : await CsvRowFile.CreateAsync(path, file, options, cancellationToken);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether a file is a batch file (BATCH-1), be it with a BOM that it should not have.</summary>
    public static async Task<bool> IsBatchAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream file = InputFile.Open(path);
        return await IsBatchAsync(file, cancellationToken);
    }

    /// <inheritdoc cref="IsBatchAsync(string, CancellationToken)"/>
    public static async Task<bool> IsBatchAsync(Stream file, CancellationToken cancellationToken)
    {
        var start = new byte[9];
        int length = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        file.Position = 0;
        ReadOnlySpan<byte> text = start.AsSpan(0, length);
        return (text is [0xEF, 0xBB, 0xBF, ..] ? text[3..] : text).StartsWith("batch="u8);
    }
}
