using System.Threading.Channels;
using ProfileSchema.Client.Duplicates;
using ProfileSchema.Client.Spool;

namespace ProfileSchema.Client.Bulk;

/// <summary>
/// Takes finished files: keys into the ledger, through the spool, if there is one, into the books, to the sender. One file is on this
/// way while the next is made.
/// </summary>
internal sealed class FileSink(ChannelWriter<FileToSend> files, BulkBooks books, RunSpool? spool)
{
    private Task _passing = Task.CompletedTask;
    private int _taken;

    /// <summary>Takes a file, once the one before has gone on, and disposes of it where it cannot be passed on.</summary>
    /// <param name="counts">What the source had given when the file was full.</param>
    /// <param name="ledger">Remembers its keys; null where no key can come twice.</param>
    public async Task TakeAsync(
        OutgoingFile file,
        SourceCounts counts,
        KeyLedger? ledger,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await _passing.ConfigureAwait(false);

            // Not before the sender has taken the one before: a file that waits for it, one that is made and one that is sent
            // are all that memory holds.
            _ = await files.WaitToWriteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        _passing = Task.Run(() => PassAsync(file, counts, ledger, cancellationToken), CancellationToken.None);
    }

    /// <summary>Waits for the last file.</summary>
    /// <param name="isWhole">Whether the source has given all it has.</param>
    public async Task CompleteAsync(bool isWhole)
    {
        await _passing.ConfigureAwait(false);
        if (isWhole)
        {
            spool?.RequireCovered(_taken);
        }
    }

    private async Task PassAsync(
        OutgoingFile file,
        SourceCounts counts,
        KeyLedger? ledger,
        CancellationToken cancellationToken
    )
    {
        try
        {
            _taken++;
            file.RepeatsKeys |= ledger?.Enter(file.Content) ?? false;
            file.Known = spool?.Store(file, counts);

            // Now, and not when its turn comes: what an earlier run did with it is true even if this one ends before.
            var sent = new SentFile(file);
            books.Add(sent);
            await files.WriteAsync(new FileToSend(file, sent), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
