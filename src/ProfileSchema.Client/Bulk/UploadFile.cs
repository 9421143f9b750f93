using System.Buffers;
using System.Diagnostics;
using ProfileSchema.Client.Http;
using ProfileSchema.Client.Spool;

namespace ProfileSchema.Client.Bulk;

/// <summary>How far a file of a run is.</summary>
internal enum UploadState
{
    /// <summary>It waits for its upload.</summary>
    Pending,

    /// <summary>An attempt is under way, or a further one follows.</summary>
    Sending,

    /// <summary>The service accepted it; its status isn't known yet.</summary>
    Accepted,

    /// <summary>The service accepted it, and nothing more is done for it.</summary>
    Completed,

    /// <summary>The service doesn't accept it.</summary>
    Declined,

    /// <summary>No response tells whether the service accepted it (BULK-7).</summary>
    Unconfirmed,

    /// <summary>No attempt sent all of it.</summary>
    NotSent,
}

/// <summary>A file of a run: its bytes, as long as an attempt may need them, and what is known of it. Used by one task at a time.</summary>
internal sealed class UploadFile
{
    private readonly BatchFile _file;
    private readonly IReadOnlyList<IFileObserver> _observers;
    private readonly List<BulkAttempt> _attempts;
    private DateTimeOffset? _completedAt;
    private BatchStatus? _status;
    private bool _isStatusUrlUntrusted;
    private string? _serviceMessage;
    private string? _failureMessage;

    /// <param name="number">The number of the file in the run, counted from 1.</param>
    /// <param name="repeatsKeys">Whether it holds a key that a file before it holds too.</param>
    /// <param name="earlier">What the spool knows of it from an earlier run, or null.</param>
    public UploadFile(
        int number,
        BatchFile file,
        bool repeatsKeys,
        SpooledFile? earlier,
        IReadOnlyList<IFileObserver> observers
    )
    {
        _file = file;
        _observers = observers;
        Number = number;
        RepeatsKeys = repeatsKeys;
        Earlier = earlier;
        if (earlier is not { IsSent: true, Result: { } result })
        {
            Bytes = file.Length;
            _attempts = earlier is { IsOpen: true } ? [.. earlier.Attempts] : [];
            return;
        }

        Bytes = result.Bytes;
        _attempts = [.. result.Attempts];
        _completedAt = result.CompletedAt;
        _isStatusUrlUntrusted = result.IsStatusUrlUntrusted;
        _serviceMessage = result.ServiceMessage;
        _failureMessage = result.FailureMessage;
        _status = result.State is not { } state
            ? null
            : new BatchStatus
            {
                State = state,
                BatchId = result.BatchId,
                Updated = result.Updated,
                NotFound = result.NotFound,
                Failed = result.Failed,
            };
        StatusUrl = result.StatusUrl;
    }

    public int Number { get; }

    public int Rows => _file.Rows;

    public long Bytes { get; }

    /// <summary>Its bytes, while it is pending or sending.</summary>
    public ReadOnlySequence<byte> Content => _file.Content;

    /// <summary>Whether it holds a key that a file before it holds too, so that it must not be under way together with one (BULK-7).</summary>
    public bool RepeatsKeys { get; }

    /// <summary>What the spool knows of it from an earlier run, or null.</summary>
    public SpooledFile? Earlier { get; }

    /// <summary>Whether an earlier run sent it.</summary>
    public bool IsSentEarlier => Earlier is { IsSent: true };

    public UploadState State { get; private set; }

    /// <summary>Attempts to upload it, those of earlier runs included.</summary>
    public int Attempts => _attempts.Count;

    /// <summary>Why the last attempt of this run failed; null if it didn't.</summary>
    public ProfileRequestException? Failure { get; private set; }

    /// <summary>Whether the last attempt failed because of the token, so that no file gets through (AUTH-1).</summary>
    public bool IsTokenRefused => ServiceError.IsTokenRefused(Failure?.StatusCode);

    /// <summary>Whether the last attempt leaves no use for another one, also in a later run.</summary>
    public bool IsDeclinedForGood =>
        Failure is { IsTransient: false } && !IsTokenRefused && _attempts[^1].Outcome is BatchOutcome.Declined;

    /// <summary>Where the status is asked, or null if it can't be.</summary>
    public Uri? StatusUrl { get; private set; }

    /// <summary>
    /// What all attempts together tell: one that the service may have accepted isn't undone by a later refusal, also if an earlier run
    /// made it and was cut off (BULK-7).
    /// </summary>
    public BatchOutcome Outcome =>
        Has(BatchOutcome.Accepted) ? BatchOutcome.Accepted
        : Has(BatchOutcome.Unconfirmed) ? BatchOutcome.Unconfirmed
        : Has(BatchOutcome.Declined) ? BatchOutcome.Declined
        : BatchOutcome.NotSent;

    /// <summary>Changes the file by what happened to it, and tells those who observe it.</summary>
    public void Apply(FileEvent change)
    {
        if (change is AttemptStarted)
        {
            Notify(change);
            Change(change);
        }
        else
        {
            Change(change);
            Notify(change);
        }
    }

    public BulkFileResult ToResult()
    {
        // BULK-8, and counts that do not add up: what the service reports beyond the rows of the file is not believed, and
        // what it does not report is unknown, so that every row is accounted for.
        BatchOutcome outcome = Outcome;
        long left = outcome is BatchOutcome.Accepted ? Rows : 0;
        long updated = Take(_status?.Updated, ref left);
        long notFound = Take(_status?.NotFound, ref left);
        long failed = Take(_status?.Failed, ref left);
        return new BulkFileResult
        {
            Number = Number,
            Rows = Rows,
            Bytes = Bytes,
            FirstPosition = _file.FirstPosition,
            EndPosition = _file.EndPosition,
            Outcome = outcome,
            Attempts = [.. _attempts],
            SentAt = _attempts.Count > 0 ? _attempts[0].StartedAt : null,
            CompletedAt = _completedAt,
            BatchId = _status?.BatchId,
            StatusUrl = StatusUrl,
            IsStatusUrlUntrusted = _isStatusUrlUntrusted,
            State = _status?.State,
            Updated = updated,
            NotFound = notFound,
            Failed = failed,
            StatusUnknown = left,
            ServiceMessage = _serviceMessage,
            FailureMessage = _failureMessage,
        };
    }

    private void Notify(FileEvent change)
    {
        foreach (IFileObserver observer in _observers)
        {
            observer.OnEvent(this, change);
        }
    }

    private void Change(FileEvent change)
    {
        switch (change)
        {
            case AttemptStarted started:
                State = UploadState.Sending;
                _attempts.Add(new BulkAttempt { StartedAt = started.At, Outcome = BatchOutcome.NotSent });
                break;
            case AttemptEnded ended:
                EndAttempt(ended);
                break;
            case UploadEnded or HeldBack or Resumed or RunStopped:
                EndUpload(change);
                break;
            case StatusAddressKnown known:
                StatusUrl = known.Address;
                _isStatusUrlUntrusted |= known.IsUntrusted;
                break;
            case StatusReported reported:
                // The counts that the service reported while it kept the status are more than nothing (STATUS-4).
                _status = reported.Status.IsForgotten && _status is not null ? _status : reported.Status;
                break;
            case FileCompleted completed:
                State = UploadState.Completed;
                _completedAt = completed.At ?? _completedAt;
                break;
            default:
                Debug.Assert(change is WaitChanged, "Every other event changes the file.");
                break;
        }
    }

    private void EndAttempt(AttemptEnded ended)
    {
        _attempts[^1] = new BulkAttempt
        {
            StartedAt = _attempts[^1].StartedAt,
            EndedAt = ended.At,
            Outcome = ended.Outcome,
            StatusCode = ended.StatusCode,
        };
        Failure = ended.Failure;
    }

    private void EndUpload(FileEvent change)
    {
        State = EndState();
        _file.Dispose();
        if (change is UploadEnded)
        {
            _serviceMessage = Failure?.ServiceMessage;
            _failureMessage = Failure is { IsServiceReply: false } failure ? failure.Message : null;
        }
    }

    private UploadState EndState() =>
        Outcome switch
        {
            BatchOutcome.Accepted when Earlier is { State: SpoolState.Finished } => UploadState.Completed,
            BatchOutcome.Accepted => State is UploadState.Completed ? State : UploadState.Accepted,
            BatchOutcome.Unconfirmed => UploadState.Unconfirmed,
            BatchOutcome.Declined => UploadState.Declined,
            _ => UploadState.NotSent,
        };

    private bool Has(BatchOutcome outcome) => _attempts.Exists(attempt => attempt.Outcome == outcome);

    private static long Take(long? reported, ref long left)
    {
        long taken = Math.Clamp(reported ?? 0, 0, left);
        left -= taken;
        return taken;
    }
}
