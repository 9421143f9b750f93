namespace ProfileSchema.Client;

/// <summary>A value that is found once for all who ask at the same time, and kept until it is forgotten. A failure is not kept.</summary>
internal sealed class SharedTask<T>(Func<CancellationToken, Task<T>> find)
{
    private readonly Lock _gate = new();
    private Task<T>? _finding;

    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_finding is null || _finding.IsFaulted || _finding.IsCanceled)
            {
                // On a thread of its own and without the token of one caller, since others wait for it too.
                _finding = Task.Run(() => find(CancellationToken.None), CancellationToken.None);
            }

            return _finding.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Lets go of a value, unless it is another by now.</summary>
    public void Forget(T value)
    {
        lock (_gate)
        {
            if (
                _finding is { IsCompletedSuccessfully: true }
                && EqualityComparer<T>.Default.Equals(_finding.Result, value)
            )
            {
                _finding = null;
            }
        }
    }

    /// <summary>Keeps a value that is known without asking.</summary>
    public void Keep(T value)
    {
        lock (_gate)
        {
            _finding = Task.FromResult(value);
        }
    }
}
