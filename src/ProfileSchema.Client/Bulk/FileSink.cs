using System.Threading.Channels;

namespace ProfileSchema.Client;

/// <summary>Takes finished files: into the books, through the spool, if there is one, to the sender.</summary>
internal sealed class FileSink(ChannelWriter<FileToSend> files, BulkBooks books, RunSpool? spool, RunPace pace)
{
    private int _taken;

    /// <summary>Takes a file and disposes of it where it cannot be passed on.</summary>
    /// <param name="counts">What the source had given when the file was full.</param>
    public async Task TakeAsync(OutgoingFile file, SourceCounts counts, CancellationToken cancellationToken)
    {
        try
        {
            _taken++;
            file.Known = spool?.Store(file, counts);

            // Now, and not when its turn comes: what an earlier run did with it is true even if this one ends before.
            var sent = new SentFile(file);
            books.Add(sent);
            pace.Made();
            await files.WriteAsync(new FileToSend(file, sent), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Says that the source has given all it has.</summary>
    public void Complete() => spool?.RequireCovered(_taken);
}
