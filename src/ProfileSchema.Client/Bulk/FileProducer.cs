using System.Threading.Channels;
using ProfileSchema.Client.Spool;

namespace ProfileSchema.Client.Bulk;

/// <summary>
/// Takes files from their source, and each to its upload: its keys are compared with those before, and the spool, if there is one, stores
/// it, while the next file is made.
/// </summary>
internal sealed class FileProducer(IFileSource source, RunSpool? spool, IReadOnlyList<IFileObserver> observers)
{
    private readonly List<UploadFile> _files = [];
    private Task _queueing = Task.CompletedTask;

    /// <summary>The files so far, in order.</summary>
    public IReadOnlyList<UploadFile> Files => _files;

    /// <summary>Makes the files, as fast as they are uploaded.</summary>
    /// <returns>What ended it before the source was read completely, or null.</returns>
    public async Task<Exception?> RunAsync(ChannelWriter<UploadFile> queue, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await foreach (
                BatchFile file in source
                    .ReadFilesAsync(cancellationToken)
                    .WithCancellation(cancellationToken)
                    .ConfigureAwait(false)
            )
            {
                await TakeAsync(file, queue, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        try
        {
            // What was read completely before the source failed is uploaded all the same.
            await _queueing.ConfigureAwait(false);
            if (failure is null)
            {
                spool?.RequireCovered(_files.Count);
            }
        }
        catch (Exception exception)
        {
            failure ??= exception;
        }

        queue.Complete();
        return failure;
    }

    private async Task TakeAsync(BatchFile file, ChannelWriter<UploadFile> queue, CancellationToken cancellationToken)
    {
        SourceCounts counts = source.Counts;
        try
        {
            await _queueing.ConfigureAwait(false);

            // Not before the file ahead was taken from the queue: a file that waits there, one that is made and those that are
            // uploaded are all that memory holds.
            _ = await queue.WaitToWriteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        _queueing = Task.Run(() => QueueAsync(file, counts, queue, cancellationToken), CancellationToken.None);
    }

    private async Task QueueAsync(
        BatchFile file,
        SourceCounts counts,
        ChannelWriter<UploadFile> queue,
        CancellationToken cancellationToken
    )
    {
        try
        {
            int number = _files.Count + 1;
            bool repeatsKeys = source.AddKeys(file);
            SpooledFile? earlier = spool?.Store(
                number,
                file,
                new LeftOut(counts.Rejected, counts.Empty, counts.Merged)
            );

            // Now, and not when its turn comes: what an earlier run did with it is true even if this one ends before.
            var upload = new UploadFile(number, file, repeatsKeys, earlier, observers);
            _files.Add(upload);
            await queue.WriteAsync(upload, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
