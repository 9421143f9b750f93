namespace ProfileSchema.Client.Bulk;

/// <summary>What a run has done with a file, and what is known of it so far. Used by one task at a time.</summary>
internal sealed class SentFile
{
    private readonly BulkFileResult? _earlier;

    /// <summary>Attempts of earlier runs that did not decide what becomes of it.</summary>
    private readonly BulkAttempt[] _before;
    private readonly long _bytes;
    private readonly long _firstPosition;
    private readonly long _endPosition;
    private readonly List<SentAttempt> _attempts = [];
    private DateTimeOffset? _resolvedAt;

    public SentFile(OutgoingFile file)
    {
        _bytes = file.Content.Length;
        _firstPosition = file.FirstPosition;
        _endPosition = file.EndPosition;
        Number = file.Number;
        Rows = file.Rows;
        _before = file.Known is { IsOpen: true } open ? [.. open.Attempts] : [];
        if (file.Known is not { IsSent: true, Result: { } earlier })
        {
            return;
        }

        _earlier = earlier;
        _bytes = earlier.Bytes;
        _resolvedAt = earlier.CompletedAt;
        StatusUrl = earlier.StatusUrl;
        IsStatusUrlUntrusted = earlier.IsStatusUrlUntrusted;
        ServiceMessage = earlier.ServiceMessage;
        Failure = earlier.FailureMessage;
        Status = earlier.State is not { } state
            ? null
            : new BatchStatus
            {
                State = state,
                BatchId = earlier.BatchId,
                Updated = earlier.Updated,
                NotFound = earlier.NotFound,
                Failed = earlier.Failed,
            };
    }

    public int Number { get; }

    public int Rows { get; }

    /// <summary>Attempts to send it, those of earlier runs included.</summary>
    public int Attempts => _before.Length + _attempts.Count + (_earlier?.Attempts.Count ?? 0);

    /// <summary>
    /// What all attempts together say: one that may have been taken is not undone by a later refusal, also if an earlier run made
    /// it and was cut off (BULK-7).
    /// </summary>
    public BatchOutcome Outcome =>
        _earlier is not null ? _earlier.Outcome
        : Is(BatchOutcome.Accepted) ? BatchOutcome.Accepted
        : Is(BatchOutcome.Unconfirmed) ? BatchOutcome.Unconfirmed
        : Is(BatchOutcome.Declined) ? BatchOutcome.Declined
        : BatchOutcome.NotSent;

    /// <summary>The status position of the present attempt, or of the one that was accepted; null where there is none (STATUS-4).</summary>
    public StatusPosition? Position { get; set; }

    public string? ServiceMessage { get; set; }

    public string? Failure { get; set; }

    /// <summary>Where the status is asked, or null if it cannot be.</summary>
    public Uri? StatusUrl { get; set; }

    public bool IsStatusUrlUntrusted { get; set; }

    public BatchStatus? Status { get; set; }

    public SentAttempt Begin(DateTimeOffset at, BatchFileContent content)
    {
        var attempt = new SentAttempt(at, content);
        _attempts.Add(attempt);
        return attempt;
    }

    public void Complete(DateTimeOffset at) => _resolvedAt = at;

    public BulkFileResult ToResult()
    {
        // BULK-8, and counts that do not add up: what the service reports beyond the rows of the file is not believed, and
        // what it does not report is unknown, so that every row is accounted for.
        BatchOutcome outcome = Outcome;
        long left = outcome is BatchOutcome.Accepted ? Rows : 0;
        long updated = Take(Status?.Updated, ref left);
        long notFound = Take(Status?.NotFound, ref left);
        long failed = Take(Status?.Failed, ref left);
        IReadOnlyList<BulkAttempt> attempts =
            _earlier?.Attempts ?? [.. _before, .. _attempts.Select(attempt => attempt.ToResult())];
        return new BulkFileResult
        {
            Number = Number,
            Rows = Rows,
            Bytes = _bytes,
            FirstPosition = _firstPosition,
            EndPosition = _endPosition,
            Outcome = outcome,
            Attempts = attempts,
            SentAt = attempts.Count > 0 ? attempts[0].StartedAt : null,
            CompletedAt = _resolvedAt,
            BatchId = Status?.BatchId,
            StatusUrl = StatusUrl,
            IsStatusUrlUntrusted = IsStatusUrlUntrusted,
            State = Status?.State,
            Updated = updated,
            NotFound = notFound,
            Failed = failed,
            StatusUnknown = left,
            ServiceMessage = ServiceMessage,
            FailureMessage = Failure,
        };
    }

    private bool Is(BatchOutcome outcome) =>
        _attempts.Exists(attempt => attempt.Outcome == outcome)
        || Array.Exists(_before, attempt => attempt.Outcome == outcome);

    private static long Take(long? reported, ref long left)
    {
        long taken = Math.Clamp(reported ?? 0, 0, left);
        left -= taken;
        return taken;
    }
}
