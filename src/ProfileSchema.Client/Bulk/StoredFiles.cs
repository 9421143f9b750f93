using System.Runtime.CompilerServices;
using ProfileSchema.Client.Spool;

namespace ProfileSchema.Client.Bulk;

/// <summary>The files that a run left in its spool, as a source: what the run had not stored yet is not among them.</summary>
internal sealed class StoredFiles(RunSpool spool) : IFileSource
{
    private int _rows;

    public long? Total => spool.Stored.Sum(file => (long)file.Rows);

    public SourceCounts Counts => new(Volatile.Read(ref _rows));

    public async IAsyncEnumerable<BatchFile> ReadFilesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (int number = 1; number <= spool.Stored.Count; number++)
        {
            SpooledFile stored = spool.Stored[number - 1];
            SegmentedBuffer content = await ReadAsync(number, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _rows, _rows + stored.Rows);
            yield return new BatchFile(content, stored.Rows, stored.FirstPosition, stored.EndPosition);
        }
    }

    // BULK-7: which keys come again isn't known any more, so that no file is overtaken.
    public bool AddKeys(BatchFile file) => true;

    public void Dispose() { }

    private async Task<SegmentedBuffer> ReadAsync(int number, CancellationToken cancellationToken)
    {
        var content = new SegmentedBuffer(SegmentPool.Shared);
        try
        {
            using FileStream? stream = spool.OpenStored(number);
            while (
                stream is not null
                && await stream.ReadAsync(content.GetMemory(), cancellationToken).ConfigureAwait(false)
                    is > 0
                        and var read
            )
            {
                content.Advance(read);
            }

            return content;
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }
}
