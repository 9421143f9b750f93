namespace ProfileSchema.Client.Authentication;

/// <summary>
/// A value that is found once for all who ask at the same time, and kept until it is forgotten. A failure is not kept, and neither
/// is a search that everybody has stopped waiting for.
/// </summary>
internal sealed class SharedTask<T>(Func<CancellationToken, Task<T>> find)
{
    private readonly Lock _gate = new();
    private Task<T>? _finding;
    private CancellationTokenSource? _search;
    private int _waiting;

    public async Task<T> GetAsync(CancellationToken cancellationToken)
    {
        Task<T> finding;
        lock (_gate)
        {
            if (_finding is null || _finding.IsFaulted || _finding.IsCanceled)
            {
                // On a thread of its own and without the token of one caller, since others wait for it too.
                var search = new CancellationTokenSource();
                _search = search;
                _waiting = 0;
                _finding = Task.Run(() => find(search.Token), CancellationToken.None);
            }

            _waiting++;
            finding = _finding;
        }

        try
        {
            return await finding.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(finding);
        }
    }

    /// <summary>Whoever leaves last ends a search that goes on, so that the next to ask is not caught in it.</summary>
    private void Leave(Task<T> finding)
    {
        CancellationTokenSource? search = null;
        lock (_gate)
        {
            if (finding == _finding && --_waiting == 0 && !finding.IsCompleted)
            {
                search = _search;
                _finding = null;
            }
        }

        search?.Cancel();
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
