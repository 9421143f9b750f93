using System.Threading.Channels;

namespace ProfileSchema.Client;

/// <summary>
/// Reads the source of a run and makes files of it, ahead of the sending: one file waits while the next is made, and then the
/// source waits.
/// </summary>
internal sealed class RowReader<T>(BatchFileWriter<T> writer, ChannelWriter<OutgoingFile> files)
{
    private int _files;

    /// <summary>Row by row without asynchrony in between, which would cost more than the row.</summary>
    public async Task ReadAsync(IEnumerable<T> profiles, CancellationToken cancellationToken)
    {
        using IEnumerator<T> source = profiles.GetEnumerator();
        while (NextFile(source, cancellationToken) is { } file)
        {
            await HandOverAsync(file, cancellationToken).ConfigureAwait(false);
        }

        await CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task ReadAsync(IAsyncEnumerable<T> profiles, CancellationToken cancellationToken)
    {
        await foreach (T profile in profiles.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (writer.Add(profile) is { } file)
            {
                await HandOverAsync(file, cancellationToken).ConfigureAwait(false);
            }
        }

        await CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private BatchFile? NextFile(IEnumerator<T> source, CancellationToken cancellationToken)
    {
        while (source.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (writer.Add(source.Current) is { } file)
            {
                return file;
            }
        }

        return null;
    }

    private async Task CompleteAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (writer.Complete() is { } last)
        {
            await HandOverAsync(last, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task HandOverAsync(BatchFile file, CancellationToken cancellationToken)
    {
        var outgoing = new OutgoingFile(++_files, file);
        try
        {
            await files.WriteAsync(outgoing, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            outgoing.Dispose();
            throw;
        }
    }
}
