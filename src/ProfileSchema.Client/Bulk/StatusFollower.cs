namespace ProfileSchema.Client;

/// <summary>Asks for the status of accepted files, late and seldom, until their fate is known or given up on (STATUS-5).</summary>
internal sealed class StatusFollower(
    ClientSettings settings,
    BatchStatusCall statusCall,
    BulkOptions options,
    Action<SentFile> onResolved
)
{
    /// <summary>STATUS-4: the service keeps the statuses of the ten files that it accepted last.</summary>
    private const int KeptStatuses = 10;

    /// <summary>In the order in which they were accepted.</summary>
    private readonly List<SentFile> _unresolved = [];
    private int _accepted;

    private DateTimeOffset Now => settings.TimeProvider.GetUtcNow();

    /// <summary>Follows a file from now on, if its status can be asked and the caller wants to know it.</summary>
    public void Follow(SentFile file, string? statusUrl)
    {
        file.AcceptedAs = _accepted++;
        if (StatusUrl.TryTrust(statusUrl, settings.BaseAddress, out Uri? address))
        {
            file.StatusUrl = address;
        }
        else
        {
            file.IsStatusUrlRefused = !string.IsNullOrWhiteSpace(statusUrl);
        }

        if (address is null || options.StatusTimeout == TimeSpan.Zero)
        {
            onResolved(file);
            return;
        }

        file.AskUntil = Now + options.StatusTimeout;
        Postpone(file);
        _unresolved.Add(file);
    }

    /// <summary>Waits until another file may be accepted without pushing out a status that is still waited for.</summary>
    public Task MakeRoomAsync(CancellationToken cancellationToken) =>
        FollowWhileAsync(() => _accepted - _unresolved[0].AcceptedAs >= KeptStatuses, cancellationToken);

    /// <summary>Waits until nothing is left to ask for.</summary>
    public Task CompleteAsync(CancellationToken cancellationToken) => FollowWhileAsync(() => true, cancellationToken);

    private async Task FollowWhileAsync(Func<bool> isWaiting, CancellationToken cancellationToken)
    {
        while (_unresolved.Count > 0 && isWaiting())
        {
            SentFile next = _unresolved.MinBy(file => file.AskAt)!;
            TimeSpan pause = next.AskAt - Now;
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, settings.TimeProvider, cancellationToken).ConfigureAwait(false);
            }

            bool isLast = Now >= next.AskUntil;
            if (await IsFinalAsync(next, cancellationToken).ConfigureAwait(false) || isLast)
            {
                _unresolved.Remove(next);
                next.Resolve(Now);
                onResolved(next);
            }
            else
            {
                Postpone(next);
            }
        }
    }

    private async Task<bool> IsFinalAsync(SentFile file, CancellationToken cancellationToken)
    {
        try
        {
            BatchStatus status = await statusCall.GetAsync(file.StatusUrl!, cancellationToken).ConfigureAwait(false);
            if (status.State is BatchState.Unknown && file.Status is not null)
            {
                // The counts that the service gave while it still knew the batch are more than nothing.
                return true;
            }

            file.Status = status;
            return status.State is not BatchState.Incomplete;
        }
        catch (ProfileRequestException)
        {
            // A question without an answer is asked again; only the timeout ends the asking.
            return false;
        }
    }

    private void Postpone(SentFile file)
    {
        DateTimeOffset next = Now + options.StatusInterval;
        file.AskAt = next < file.AskUntil ? next : file.AskUntil;
    }
}
