using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ProfileSchema.Client.Http;
using ProfileSchema.Client.Quota;
using ProfileSchema.Client.Spool;
using ProfileSchema.Client.Telemetry;

namespace ProfileSchema.Client.Bulk;

/// <summary>Sends the files of a run, as many at a time as the caller allows and their keys permit, and has each followed.</summary>
internal sealed class FileSender(
    BatchUpload upload,
    StatusFollower follower,
    GuardedQuota quota,
    UploadTerms terms,
    BulkOptions options,
    RunTotals totals,
    RunEnd end,
    ILogger logger,
    RunSpool? spool
)
{
    private readonly List<SentFile> _begun = [];
    private readonly List<Task> _sending = [];
    private readonly List<Task> _following = [];
    private readonly Lock _reporting = new();
    private volatile bool _isAnyLeft;

    private bool IsFollowing => options.StatusTimeout > TimeSpan.Zero;

    /// <summary>Sends what comes, until nothing more does and nothing is under way.</summary>
    public async Task SendAllAsync(ChannelReader<FileToSend> files)
    {
        try
        {
            while (await NextAsync(files).ConfigureAwait(false) is { } next)
            {
                (OutgoingFile file, SentFile sent) = next;
                if (IsHeldBack(file))
                {
                    file.Dispose();
                    Report(sent);
                    continue;
                }

                _begun.Add(sent);
                _sending.Add(SendAsync(file, sent));
            }
        }
        catch (Exception exception)
        {
            end.Fail(exception);
        }

        await Task.WhenAll(_sending).ConfigureAwait(false);
    }

    /// <summary>Waits until the status of each accepted file is known or the client stops polling for it.</summary>
    public Task FollowAllAsync() => Task.WhenAll(_following);

    /// <summary>What a run that ended early left open isn't asked for any more, and holds no other run of the account back.</summary>
    public async Task GiveUpPositionsAsync()
    {
        foreach (SentFile sent in _begun)
        {
            await GiveUpPositionAsync(sent).ConfigureAwait(false);
        }
    }

    /// <summary>The next file, when it may be sent: until then it waits where it stands, and the source with it.</summary>
    private async Task<FileToSend?> NextAsync(ChannelReader<FileToSend> files)
    {
        await MakeWayAsync(options.MaxConcurrency - 1).ConfigureAwait(false);
        if (!await files.WaitToReadAsync(end.Token).ConfigureAwait(false) || !files.TryPeek(out FileToSend next))
        {
            return null;
        }

        if (next.File.RepeatsKeys)
        {
            // BULK-7: it must not be overtaken by another attempt of a file before it that holds the same key.
            await MakeWayAsync(0).ConfigureAwait(false);
        }

        return files.TryRead(out next) ? next : null;
    }

    private async Task MakeWayAsync(int allowed)
    {
        while (_sending.Count > allowed)
        {
            await Task.WhenAny(_sending).ConfigureAwait(false);
            _sending.RemoveAll(task => task.IsCompleted);
        }
    }

    // BULK-7: the next start sends what could not be sent now, which must not undo what came after it.
    private bool IsHeldBack(OutgoingFile file) =>
        spool is not null && _isAnyLeft && file is { RepeatsKeys: true, Known: not { IsSent: true } };

    private async Task SendAsync(OutgoingFile file, SentFile sent)
    {
        try
        {
            using (file)
            using (RunTotals.Wait wait = totals.BeginWait())
            {
                if (file.Known is { IsSent: true } known)
                {
                    await RecallAsync(sent, known, wait).ConfigureAwait(false);
                    return;
                }

                BatchUploadReply reply = await upload
                    .SendAsync(sent, file, terms, new UploadWatch(AdmitAsync, wait.Set, Begin, EndAsync), end.Token)
                    .ConfigureAwait(false);
                await RecordAsync(sent, file, reply).ConfigureAwait(false);

                ValueTask AdmitAsync(SentFile sent, CancellationToken token) => TakePositionAsync(sent, wait, token);
            }
        }
        catch (Exception exception)
        {
            end.Fail(exception);
        }
        finally
        {
            if (sent.Outcome is not BatchOutcome.Accepted)
            {
                await GiveUpPositionAsync(sent).ConfigureAwait(false);
            }
        }
    }

    // STATUS-4: each attempt may make a batch, and with it a status, also one that nobody asks for.
    private async ValueTask TakePositionAsync(SentFile sent, RunTotals.Wait wait, CancellationToken cancellationToken)
    {
        ValueTask<StatusPosition> position = quota.TakePositionAsync(IsFollowing, cancellationToken);
        if (!position.IsCompleted)
        {
            wait.Set(CallWait.StatusPosition);
        }

        sent.Position = await position.ConfigureAwait(false);
        wait.Set(CallWait.Nothing);
    }

    private async ValueTask GiveUpPositionAsync(SentFile sent)
    {
        if (sent.Position is { } position)
        {
            sent.Position = null;
            await quota.ReleaseAsync(position).ConfigureAwait(false);
        }
    }

    private void Begin(SentFile sent, DateTimeOffset at) => spool?.MarkSending(sent.Number, at);

    // However the run goes on: an attempt that no later line of the journal decides may have been taken (BULK-7).
    private async ValueTask EndAsync(SentFile sent)
    {
        if (sent.Outcome is not BatchOutcome.Accepted)
        {
            spool?.MarkAttempted(sent.ToResult());
        }

        if (sent.Outcome is BatchOutcome.Accepted && IsFollowing)
        {
            await quota.EndAttemptAsync(sent.Position!).ConfigureAwait(false);
        }
        else
        {
            // Nobody will ask for its status, and no pause before the next attempt is to hold others back.
            await GiveUpPositionAsync(sent).ConfigureAwait(false);
        }
    }

    private async ValueTask RecordAsync(SentFile sent, OutgoingFile file, BatchUploadReply reply)
    {
        sent.Failure = reply.Failure;
        sent.ServiceMessage = ServiceText.Clean(reply.Message, file.Content);
        totals.AddSent(file.Rows);
        ClientTelemetry.CountFile(sent.Outcome, file.Rows, file.Content.Length);
        ClientLog.FileSent(logger, file.Number, file.Rows, sent.Outcome, sent.Attempts);
        if (ServiceError.IsTokenRefused(reply.StatusCode))
        {
            // Not finished: with another token the file is to be sent.
            HttpStatusCode status = reply.StatusCode!.Value;
            throw ServiceError.For(status, "a batch", sent.ServiceMessage, isPage: reply.IsPage);
        }

        if (reply.Outcome is BatchOutcome.Accepted)
        {
            totals.AddAccepted(file.Rows);
            await StartFollowingAsync(sent, reply.StatusUrl).ConfigureAwait(false);
        }
        else if (reply is { Outcome: BatchOutcome.Declined, IsTransient: false })
        {
            spool?.MarkFinished(sent.ToResult());
        }
        else
        {
            // It did not get through, the service was too busy for it (BULK-5, BULK-6), or no answer says whether it was taken
            // (BULK-7): the next start sends it.
            _isAnyLeft = true;
        }

        if (reply.Outcome is not BatchOutcome.Accepted)
        {
            Report(sent);
        }
    }

    /// <summary>Goes on with a file that an earlier run sent.</summary>
    private async ValueTask RecallAsync(SentFile sent, SpooledFile known, RunTotals.Wait wait)
    {
        totals.AddSent(sent.Rows);
        if (sent.Outcome is not BatchOutcome.Accepted)
        {
            Report(sent);
            return;
        }

        totals.AddAccepted(sent.Rows);
        if (known.State is SpoolState.Finished)
        {
            totals.AddCompleted(sent.Rows);
            Report(sent);
        }
        else
        {
            if (IsFollowing)
            {
                // STATUS-4: it is one of the statuses that later files may push out.
                await TakePositionAsync(sent, wait, end.Token).ConfigureAwait(false);
                await quota.EndAttemptAsync(sent.Position!).ConfigureAwait(false);
            }

            // STATUS-6: what stands on a disk is trusted no more than what came from the network.
            await StartFollowingAsync(sent, known.Result!.StatusUrl?.OriginalString).ConfigureAwait(false);
        }
    }

    private async ValueTask StartFollowingAsync(SentFile sent, string? statusUrl)
    {
        bool isFollowed = follower.IsFollowed(sent, statusUrl);
        if (sent.IsStatusUrlUntrusted)
        {
            ClientLog.StatusAddressNotTrusted(logger, sent.Number);
        }

        if (!isFollowed)
        {
            await CompleteAsync(sent).ConfigureAwait(false);
            return;
        }

        spool?.MarkAccepted(sent.ToResult());
        Task following = FollowAsync(sent);
        lock (_following)
        {
            _following.RemoveAll(task => task.IsCompleted);
            _following.Add(following);
        }
    }

    private async Task FollowAsync(SentFile sent)
    {
        try
        {
            await Task.Yield();
            await follower.FollowAsync(sent, end.Token).ConfigureAwait(false);
            await CompleteAsync(sent).ConfigureAwait(false);
            BulkFileResult result = sent.ToResult();
            ClientLog.FileCompleted(
                logger,
                sent.Number,
                result.State,
                result.Updated,
                result.Failed,
                result.StatusUnknown
            );
        }
        catch (Exception exception)
        {
            end.Fail(exception);
        }
    }

    private async ValueTask CompleteAsync(SentFile sent)
    {
        spool?.MarkFinished(sent.ToResult());
        totals.AddCompleted(sent.Rows);
        await GiveUpPositionAsync(sent).ConfigureAwait(false);
        Report(sent);
    }

    private void Report(SentFile sent)
    {
        if (options.OnFileCompleted is { } onFileCompleted)
        {
            // Files are sent and followed at the same time; a callback need not be ready for that.
            lock (_reporting)
            {
                onFileCompleted(sent.ToResult());
            }
        }
    }
}
