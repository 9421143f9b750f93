namespace ProfileSchema.Client;

/// <summary>Holds attempts back that would push a status out that is still to be asked: the service keeps the last ten (STATUS-4).</summary>
/// <remarks>
/// Attempts are numbered, since each may make a status, also one that got no answer. An attempt begins while the oldest file
/// whose fate is open is among the last ten of them; so there are never more than ten such files either.
/// </remarks>
internal sealed class StatusRoom(bool isLimited, RunPace pace)
{
    public const int KeptStatuses = 10;

    private readonly Lock _gate = new();
    private readonly SortedSet<long> _open = [];
    private TaskCompletionSource _left = NewSignal();
    private long _next;

    /// <summary>Waits until an attempt of the file may begin, and numbers it.</summary>
    public async ValueTask EnterAsync(SentFile file, CancellationToken cancellationToken)
    {
        Leave(file);
        while (true)
        {
            Task left;
            lock (_gate)
            {
                if (!isLimited || _open.Count == 0 || _next - _open.Min < KeptStatuses)
                {
                    file.Ticket = _next++;
                    _open.Add(file.Ticket.Value);
                    return;
                }

                left = _left.Task;
            }

            pace.Waits(true);
            try
            {
                await left.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                pace.Waits(false);
            }
        }
    }

    /// <summary>Lets go of a file whose fate is no longer asked for.</summary>
    public void Leave(SentFile file)
    {
        if (file.Ticket is not { } ticket)
        {
            return;
        }

        file.Ticket = null;
        TaskCompletionSource left;
        lock (_gate)
        {
            _open.Remove(ticket);
            left = _left;
            _left = NewSignal();
        }

        left.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
