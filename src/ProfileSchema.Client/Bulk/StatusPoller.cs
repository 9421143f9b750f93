using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Bulk;

/// <summary>Polls the statuses of the files of a run that the service accepted, each until it is known or the timeout passes (STATUS-5).</summary>
internal sealed class StatusPoller(ClientSettings settings, BatchFollow follow, BulkOptions options, RunEnd end)
{
    private readonly List<Task> _polls = [];

    /// <summary>Starts to poll the status of a file, if that is to be trusted and the caller wants to know it.</summary>
    /// <param name="before">What happens to the file before.</param>
    public void Start(UploadFile file, AcceptedBatch batch, FileEvent? before = null)
    {
        Task poll = PollAsync(file, batch, before);
        lock (_polls)
        {
            _polls.RemoveAll(task => task.IsCompleted);
            _polls.Add(poll);
        }
    }

    /// <summary>Waits until the status of each file is known or no longer polled.</summary>
    public Task WaitAsync() => Task.WhenAll(_polls);

    private async Task PollAsync(UploadFile file, AcceptedBatch batch, FileEvent? before)
    {
        try
        {
            if (before is not null)
            {
                file.Apply(before);
            }

            bool isTrusted = StatusUrl.TryTrust(batch.StatusUrl, settings.BaseAddress, out Uri? address);
            bool isUntrusted = !isTrusted && !string.IsNullOrWhiteSpace(batch.StatusUrl);
            bool isPolled = isTrusted && batch.Position is not null;
            file.Apply(new StatusAddressKnown(address, isUntrusted, isPolled));
            DateTimeOffset? completedAt = isPolled ? await PollAsync(file, address!).ConfigureAwait(false) : null;
            file.Apply(new FileCompleted(completedAt));
        }
        catch (Exception exception)
        {
            file.Apply(new RunStopped());
            end.Fail(exception);
        }
        finally
        {
            await settings.Quota.ReleaseAsync(batch.Position).ConfigureAwait(false);
        }
    }

    private async Task<DateTimeOffset> PollAsync(UploadFile file, Uri address)
    {
        var poll = new StatusPoll(address, options.StatusTimeout, options.StatusInterval)
        {
            DelaysFirst = true,
            Rows = file.Rows,
            OnWaiting = wait => file.Apply(new WaitChanged(wait)),

            // A question without an answer is asked again; only the timeout ends the asking.
            IsTolerated = static _ => true,
        };
        await foreach (BatchStatus status in follow.PollAsync(poll, end.Token).ConfigureAwait(false))
        {
            file.Apply(new StatusReported(status));
        }

        return settings.TimeProvider.GetUtcNow();
    }
}
