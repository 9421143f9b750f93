namespace ProfileSchema.Client;

/// <summary>What a run has shown of its pace so far; written by many tasks and read at any time.</summary>
internal sealed class RunPace(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long _startedAt = time.GetTimestamp();

    /// <summary>Accepted files whose fate is still asked for: since when, and how often it was asked.</summary>
    private readonly Dictionary<int, (TimeSpan Since, int Questions)> _open = [];

    /// <summary>Files on the wire, whose attempt has its permit.</summary>
    private readonly HashSet<int> _underWay = [];
    private int _made;
    private int _done;
    private long _donePositions;
    private int _sent;
    private int _attempts;
    private long _sentPositions;
    private int _resolved;
    private int _questions;
    private TimeSpan _resolvedIn;
    private int _waiting;
    private TimeSpan _waitingSince;
    private TimeSpan _waited;

    private TimeSpan Now => time.GetElapsedTime(_startedAt);

    public void Made() => Guarded(() => _made++);

    /// <summary>An attempt begins.</summary>
    public void Begins(int file) => Guarded(() => _underWay.Add(file));

    /// <summary>An attempt failed, and the next needs a permit of its own.</summary>
    public void Fails(int file) => Guarded(() => _underWay.Remove(file));

    /// <summary>A file is done with, whatever the answer.</summary>
    public void Sent(OutgoingFile file, int attempts) =>
        Guarded(() =>
        {
            Count(file);
            _underWay.Remove(file.Number);
            _sent++;
            _attempts += attempts;
            _sentPositions += file.EndPosition - file.FirstPosition;
        });

    /// <summary>A file is an earlier run's, or the next one's, which says nothing of the pace of this one.</summary>
    public void PassedOver(OutgoingFile file) => Guarded(() => Count(file));

    public void Opened(int file) => Guarded(() => _open[file] = (Now, 0));

    public void Asked(int file) =>
        Guarded(() =>
        {
            if (_open.TryGetValue(file, out (TimeSpan Since, int Questions) open))
            {
                _open[file] = (open.Since, open.Questions + 1);
            }
        });

    public void Resolved(int file) =>
        Guarded(() =>
        {
            if (_open.Remove(file, out (TimeSpan Since, int Questions) open))
            {
                _resolved++;
                _resolvedIn += Now - open.Since;
                _questions += open.Questions;
            }
        });

    /// <summary>A call waits for a permit, a pause or the room for statuses, or does no longer: time that says nothing of the pace itself.</summary>
    public void Waits(bool isWaiting) =>
        Guarded(() =>
        {
            if (isWaiting && _waiting++ == 0)
            {
                _waitingSince = Now;
            }
            else if (!isWaiting && --_waiting == 0)
            {
                _waited += Now - _waitingSince;
            }
        });

    public PaceSoFar Read()
    {
        lock (_gate)
        {
            TimeSpan now = Now;
            TimeSpan waited = _waited + (_waiting > 0 ? now - _waitingSince : TimeSpan.Zero);
            return new PaceSoFar
            {
                FilesMade = _made,
                FilesDone = _done,
                FilesUnderWay = _underWay.Count,
                PositionsDone = _donePositions,
                SecondsPerPosition = _sentPositions == 0 ? 0 : (now - waited).TotalSeconds / _sentPositions,
                AttemptsPerFile = _sent == 0 ? 1 : (double)_attempts / _sent,
                FilesOpen = _open.Count,
                OldestOpenFor = _open.Count == 0 ? TimeSpan.Zero : now - _open.Values.Min(open => open.Since),
                NewestOpenFor = _open.Count == 0 ? TimeSpan.Zero : now - _open.Values.Max(open => open.Since),
                TimeToResolve = _resolved == 0 ? null : _resolvedIn / _resolved,
                QuestionsPerFile = _resolved == 0 ? 1 : (double)_questions / _resolved,
            };
        }
    }

    private void Count(OutgoingFile file)
    {
        _done++;
        _donePositions += file.EndPosition - file.FirstPosition;
    }

    private void Guarded(Action change)
    {
        lock (_gate)
        {
            change();
        }
    }
}

/// <summary>The pace of a run at one moment.</summary>
internal sealed record PaceSoFar
{
    public required int FilesMade { get; init; }

    /// <summary>Files that are done with, those of earlier runs included.</summary>
    public required int FilesDone { get; init; }

    /// <summary>Files that are not done with but need no further permit, if all goes well.</summary>
    public required int FilesUnderWay { get; init; }

    /// <summary>Profiles of the source that those account for that are done with.</summary>
    public required long PositionsDone { get; init; }

    /// <summary>What a profile of the source takes where nothing is waited for.</summary>
    public required double SecondsPerPosition { get; init; }

    public required double AttemptsPerFile { get; init; }

    /// <summary>Accepted files whose fate is still asked for.</summary>
    public required int FilesOpen { get; init; }

    public required TimeSpan OldestOpenFor { get; init; }

    public required TimeSpan NewestOpenFor { get; init; }

    /// <summary>From a file's acceptance until its fate was known, on average; null as long as none is known.</summary>
    public required TimeSpan? TimeToResolve { get; init; }

    public required double QuestionsPerFile { get; init; }
}
