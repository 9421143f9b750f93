namespace ProfileSchema.Client.Quota;

/// <summary>A caller in a line, until it is served or gives up; either takes it out of the line at once, however long the line is.</summary>
/// <typeparam name="T">What it waits for.</typeparam>
internal sealed class Waiter<T>
{
    private readonly TaskCompletionSource<T> _served = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate;
    private readonly LinkedListNode<Waiter<T>> _place;
    private CancellationTokenRegistration _registration;

    /// <summary>Joins a line, whose lock the caller holds.</summary>
    /// <param name="gate">The lock of the line.</param>
    /// <param name="line">Where it waits.</param>
    /// <param name="item">What it gets when it is served.</param>
    /// <param name="number">How many came before it, in whatever line.</param>
    public Waiter(Lock gate, LinkedList<Waiter<T>> line, T item, long number = 0)
    {
        _gate = gate;
        Item = item;
        Number = number;
        _place = line.AddLast(this);
    }

    public T Item { get; }

    public long Number { get; }

    /// <summary>Serves it. The caller holds the lock of the line.</summary>
    public void Serve()
    {
        Leave();
        _served.SetResult(Item);
    }

    /// <summary>Turns it away. The caller holds the lock of the line.</summary>
    public void Fail(Exception exception)
    {
        Leave();
        _served.SetException(exception);
    }

    /// <summary>Waits until it is served. The caller doesn't hold the lock: a token that is canceled already calls back at once.</summary>
    public ValueTask<T> WaitAsync(CancellationToken cancellationToken)
    {
        if (!_served.Task.IsCompleted)
        {
            CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
                static (waiter, token) => ((Waiter<T>)waiter!).GiveUp(token),
                this
            );
            lock (_gate)
            {
                if (_place.List is null)
                {
                    registration.Unregister();
                }
                else
                {
                    _registration = registration;
                }
            }
        }

        return new ValueTask<T>(_served.Task);
    }

    private void GiveUp(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_place.List is not null)
            {
                Leave();
                _served.SetCanceled(cancellationToken);
            }
        }
    }

    private void Leave()
    {
        _place.List!.Remove(_place);

        // Not disposed of, which would wait for a callback that waits for the lock.
        _registration.Unregister();
    }
}
