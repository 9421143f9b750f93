using System.Threading.Channels;

namespace ProfileSchema.Client;

/// <summary>Takes finished files: through the spool, if there is one, to the sender.</summary>
internal sealed class FileSink(ChannelWriter<OutgoingFile> files, RunSpool? spool)
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
            await files.WriteAsync(file, cancellationToken).ConfigureAwait(false);
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
