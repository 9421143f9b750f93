namespace ProfileSchema.Client;

/// <summary>A file of a run from the moment of sending, and what is known of it so far.</summary>
internal sealed class SentFile(int number, BatchFile file, DateTimeOffset sentAt)
{
    private readonly int _rows = file.Rows;
    private readonly long _bytes = file.Length;
    private readonly long _firstPosition = file.FirstPosition;
    private readonly long _endPosition = file.EndPosition;
    private DateTimeOffset? _resolvedAt;

    /// <summary>Open until an answer comes: a run that ends meanwhile cannot know (BULK-7).</summary>
    public BatchOutcome Outcome { get; set; } = BatchOutcome.Unconfirmed;

    public string? ServiceMessage { get; set; }

    /// <summary>Where the status is asked, or null if it cannot be.</summary>
    public Uri? StatusUrl { get; set; }

    public bool IsStatusUrlRefused { get; set; }

    public BatchStatus? Status { get; set; }

    /// <summary>How many files were accepted before it.</summary>
    public int AcceptedAs { get; set; }

    /// <summary>When the status is asked next.</summary>
    public DateTimeOffset AskAt { get; set; }

    /// <summary>When the fate is given up on.</summary>
    public DateTimeOffset AskUntil { get; set; }

    public void Resolve(DateTimeOffset at) => _resolvedAt = at;

    public BulkFileResult ToResult()
    {
        // BULK-8, and counts that do not add up: what the service reports beyond the rows of the file is not believed, and
        // what it does not report is unknown, so that the books balance.
        long left = Outcome is BatchOutcome.Accepted ? _rows : 0;
        long updated = Take(Status?.Updated, ref left);
        long notFound = Take(Status?.NotFound, ref left);
        long failed = Take(Status?.Failed, ref left);
        return new BulkFileResult
        {
            Number = number,
            Rows = _rows,
            Bytes = _bytes,
            FirstPosition = _firstPosition,
            EndPosition = _endPosition,
            Outcome = Outcome,
            Attempts = 1,
            SentAt = sentAt,
            ResolvedAt = _resolvedAt,
            BatchId = Status?.BatchId,
            StatusUrl = StatusUrl,
            IsStatusUrlRefused = IsStatusUrlRefused,
            State = Status?.State,
            Updated = updated,
            NotFound = notFound,
            Failed = failed,
            FateUnknown = left,
            ServiceMessage = ServiceMessage,
        };
    }

    private static long Take(long? reported, ref long left)
    {
        long taken = Math.Clamp(reported ?? 0, 0, left);
        left -= taken;
        return taken;
    }
}
