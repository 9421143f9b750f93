using System.Buffers;
using ProfileSchema.Client.Bulk;

namespace ProfileSchema.Client.Spool;

/// <summary>The files that a run left in its spool, as a source: what the run had not stored yet is not among them.</summary>
internal sealed class StoredFiles(RunSpool spool) : IFileSource
{
    private int _rows;

    public long? Total => spool.Stored.Sum(file => (long)file.Rows);

    public SourceCounts Counts => new(Volatile.Read(ref _rows));

    public async Task MakeFilesAsync(FileSink files, CancellationToken cancellationToken)
    {
        for (int number = 1; number <= spool.Stored.Count; number++)
        {
            SpooledFile stored = spool.Stored[number - 1];
            var content = new ReadOnlySequence<byte>(spool.ReadStored(number));
            Volatile.Write(ref _rows, _rows + stored.Rows);

            // BULK-7: which keys come again is not known any more, so that none is overtaken.
            var file = new OutgoingFile(number, content, stored.Rows, stored.FirstPosition, stored.EndPosition)
            {
                RepeatsKeys = true,
            };
            await files.TakeAsync(file, Counts, ledger: null, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() { }
}
