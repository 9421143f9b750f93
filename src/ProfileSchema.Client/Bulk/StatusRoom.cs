namespace ProfileSchema.Client;

/// <summary>Holds attempts back that would push a status out that is still to be asked: the service keeps the last ten (STATUS-4).</summary>
/// <remarks>
/// It belongs to the account, as the statuses do: runs that go on at the same time share it. Attempts are numbered, since each may
/// make a status, also one that got no answer. An attempt begins while the oldest file whose fate is open is among the last ten of
/// them; so there are never more than ten such files either. Attempts that are under way when another begins may be taken after it:
/// its number is lower by as many.
/// </remarks>
internal sealed class StatusRoom
{
    public const int KeptStatuses = 10;

    private readonly Lock _gate = new();
    private readonly List<SentFile> _open = [];
    private TaskCompletionSource _left = NewSignal();
    private long _next;
    private int _underWay;

    /// <summary>Numbers an attempt of a run that asks for no status: it waits for nobody, and pushes a status out all the same.</summary>
    public void Pass()
    {
        lock (_gate)
        {
            _next++;
        }
    }

    /// <summary>Waits until an attempt of the file may begin, and numbers it.</summary>
    public async ValueTask EnterAsync(SentFile file, CancellationToken cancellationToken)
    {
        Leave(file);
        while (true)
        {
            Task left;
            lock (_gate)
            {
                if (_open.Count == 0 || _next - _open.Min(other => other.Ticket) < KeptStatuses)
                {
                    file.Ticket = _next++ - _underWay++;
                    file.IsUnderWay = true;
                    _open.Add(file);
                    return;
                }

                left = _left.Task;
            }

            await left.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>An attempt of the file has its answer, or none: if there is a status, it is there by now.</summary>
    public void End(SentFile file)
    {
        lock (_gate)
        {
            _underWay -= file.IsUnderWay ? 1 : 0;
            file.IsUnderWay = false;
        }
    }

    /// <summary>Lets go of a file whose fate is no longer asked for.</summary>
    public void Leave(SentFile file)
    {
        End(file);
        TaskCompletionSource left;
        lock (_gate)
        {
            if (!_open.Remove(file))
            {
                return;
            }

            left = _left;
            _left = NewSignal();
        }

        left.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
