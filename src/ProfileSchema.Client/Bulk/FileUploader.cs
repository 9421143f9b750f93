using System.Threading.Channels;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Bulk;

/// <summary>Uploads the files of a run, as many at a time as the caller allows and their keys permit, and has each polled.</summary>
internal sealed class FileUploader(BulkCalls calls, StatusPoller poller, BulkOptions options, RunEnd end)
{
    private readonly List<Task> _uploads = [];
    private volatile bool _isAnyLeft;

    private bool IsPolling => options.StatusTimeout > TimeSpan.Zero;

    /// <summary>Uploads what comes, until nothing more does and nothing is under way.</summary>
    public async Task RunAsync(ChannelReader<UploadFile> queue)
    {
        try
        {
            while (await NextAsync(queue).ConfigureAwait(false) is { } file)
            {
                _uploads.Add(UploadAsync(file));
            }
        }
        catch (Exception exception)
        {
            end.Fail(exception);
        }

        await Task.WhenAll(_uploads).ConfigureAwait(false);
    }

    /// <summary>The next file, when it may be uploaded: until then it waits where it is, and the source with it.</summary>
    private async Task<UploadFile?> NextAsync(ChannelReader<UploadFile> queue)
    {
        await WaitForUploadsAsync(options.MaxConcurrency - 1).ConfigureAwait(false);
        if (!await queue.WaitToReadAsync(end.Token).ConfigureAwait(false) || !queue.TryPeek(out UploadFile? next))
        {
            return null;
        }

        if (next.RepeatsKeys)
        {
            // BULK-7: it must not be overtaken by another attempt of a file before it that holds the same key.
            await WaitForUploadsAsync(0).ConfigureAwait(false);
        }

        return queue.TryRead(out next) ? next : null;
    }

    private async Task WaitForUploadsAsync(int allowed)
    {
        while (_uploads.Count > allowed)
        {
            await Task.WhenAny(_uploads).ConfigureAwait(false);
            _uploads.RemoveAll(task => task.IsCompleted);
        }
    }

    private async Task UploadAsync(UploadFile file)
    {
        try
        {
            if (file.IsSentEarlier)
            {
                await ResumeAsync(file).ConfigureAwait(false);
            }
            else if (IsHeldBack(file))
            {
                file.Apply(new HeldBack());
            }
            else
            {
                await SendAsync(file).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            file.Apply(new RunStopped());
            end.Fail(exception);
        }
    }

    // BULK-7: the next start sends what could not be sent now, which must not undo what came after it.
    private bool IsHeldBack(UploadFile file) => options.SpoolDirectory is not null && _isAnyLeft && file.RepeatsKeys;

    private async Task SendAsync(UploadFile file)
    {
        CallState call = calls.Upload.CreateCall(file, options);
        AcceptedBatch batch;
        try
        {
            batch = await calls
                .Sender.RetryAsync(call, token => AttemptAsync(call, file, token), end.Token)
                .ConfigureAwait(false);
        }
        catch (ProfileRequestException failure) when (failure == file.Failure)
        {
            // Of the last attempt. Any other failure, such as one of the quota, ends the run, and so does a refused token.
            file.Apply(new UploadEnded());
            if (file.IsTokenRefused)
            {
                throw;
            }

            // It did not get through, the service was too busy for it (BULK-5, BULK-6), or no answer tells whether it was accepted
            // (BULK-7): the next start sends it.
            _isAnyLeft |= !file.IsDeclinedForGood;
            return;
        }

        poller.Start(file, batch, new UploadEnded());
    }

    // STATUS-4: each attempt may make a batch, and with it a status, also one that nobody asks for. Between attempts it has no position,
    // so that no back-off holds others back.
    private async Task<AcceptedBatch> AttemptAsync(CallState call, UploadFile file, CancellationToken cancellationToken)
    {
        StatusPosition? position = await TakePositionAsync(file, cancellationToken).ConfigureAwait(false);
        try
        {
            string? statusUrl = await calls
                .Sender.AttemptAsync(
                    call,
                    token => calls.Upload.SendAsync(call, file, options.ApiVersion!.Value, token, cancellationToken),
                    cancellationToken
                )
                .ConfigureAwait(false);
            if (!IsPolling)
            {
                return new AcceptedBatch(statusUrl, Position: null);
            }

            await calls.Quota.EndAttemptAsync(position).ConfigureAwait(false);
            var batch = new AcceptedBatch(statusUrl, position);
            position = null;
            return batch;
        }
        finally
        {
            await calls.Quota.ReleaseAsync(position).ConfigureAwait(false);
        }
    }

    /// <summary>Goes on with a file that an earlier run sent.</summary>
    private async Task ResumeAsync(UploadFile file)
    {
        file.Apply(new Resumed());
        if (file.State is not UploadState.Accepted)
        {
            return;
        }

        StatusPosition? position = null;
        if (IsPolling)
        {
            // STATUS-4: it is one of the statuses that later files may push out.
            position = await TakePositionAsync(file, end.Token).ConfigureAwait(false);
            await calls.Quota.EndAttemptAsync(position).ConfigureAwait(false);
        }

        // STATUS-6: what is on a disk is trusted no more than what came from the network.
        poller.Start(file, new AcceptedBatch(file.StatusUrl?.OriginalString, position));
    }

    private async ValueTask<StatusPosition> TakePositionAsync(UploadFile file, CancellationToken cancellationToken)
    {
        ValueTask<StatusPosition> position = calls.Quota.TakePositionAsync(IsPolling, cancellationToken);
        if (!position.IsCompleted)
        {
            file.Apply(new WaitChanged(CallWait.StatusPosition));
        }

        StatusPosition taken = await position.ConfigureAwait(false);
        file.Apply(new WaitChanged(CallWait.Nothing));
        return taken;
    }
}

/// <summary>A file that the service accepted, whose status may be polled.</summary>
/// <param name="StatusUrl">Where the status can be asked, as the service wrote it; not to be trusted (STATUS-6).</param>
/// <param name="Position">The status position, which the poller gives up in the end; null if the status isn't polled (STATUS-4).</param>
internal sealed record AcceptedBatch(string? StatusUrl, StatusPosition? Position)
{
    /// <summary>The address is not for printing.</summary>
    public override string ToString() => nameof(AcceptedBatch);
}
