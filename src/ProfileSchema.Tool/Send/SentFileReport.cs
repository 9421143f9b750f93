using ProfileSchema.Client;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Send;

/// <summary>How the run of a file ended.</summary>
internal enum SentFileState
{
    /// <summary>The file is complete: the status of every row is known, as far as the service reports it.</summary>
    Finished,

    /// <summary>The service did not take all of it, or did not say so; the same command sends what is left, and nothing else of it.</summary>
    Incomplete,

    /// <summary>Ctrl+C or a signal; the same command goes on.</summary>
    Interrupted,

    /// <summary>The source or the service ended it; the message says why.</summary>
    Failed,

    /// <summary>Nothing of the file was sent.</summary>
    NotSent,
}

/// <summary>What became of the rows of one file. No id and no value.</summary>
internal sealed record SentFileReport
{
    public required string File { get; init; }

    public required SentFileState State { get; init; }

    /// <summary>Why the run did not finish.</summary>
    public string? Message { get; init; }

    /// <summary>Whether an earlier run of the same command sent it.</summary>
    public bool WasSentBefore { get; init; }

    /// <summary>Whether it is what an earlier run had stored before the file changed.</summary>
    public bool IsOfEarlierContent { get; init; }

    public long Read { get; init; }

    public long Rejected { get; init; }

    public long Empty { get; init; }

    public long Merged { get; init; }

    public long Duplicates { get; init; }

    public long NotSent { get; init; }

    public long Declined { get; init; }

    public long Unconfirmed { get; init; }

    public long Accepted { get; init; }

    public long Updated { get; init; }

    public long NotFound { get; init; }

    public long Failed { get; init; }

    public long StatusUnknown { get; init; }

    /// <summary>Seconds in which a call waited for the account's quota.</summary>
    public double QuotaWaitSeconds { get; init; }

    public IReadOnlyList<SentBatch> Batches { get; init; } = [];

    /// <summary>The first thousand rejected rows.</summary>
    public IReadOnlyList<RowRejection> Rejections { get; init; } = [];

    /// <summary>Whether every row did what it should, as far as the service tells.</summary>
    public bool IsClean =>
        State is SentFileState.Finished && Rejected + NotSent + Declined + Unconfirmed + NotFound + Failed == 0;

    /// <summary>The report of a file of which nothing was sent.</summary>
    public static SentFileReport NotBegun(string file) => new() { File = file, State = SentFileState.NotSent };

    /// <summary>The report of a run; rows that were rejected before the client saw them are counted in.</summary>
    public static SentFileReport Of(
        string file,
        SentFileState state,
        BulkResult result,
        RowRejections? rejections,
        bool isVerbose
    ) =>
        new()
        {
            File = file,
            State = state,
            Read = result.Read + (rejections?.BeforeWriting ?? 0),
            Rejected = result.Rejected + (rejections?.BeforeWriting ?? 0),
            Empty = result.Empty,
            Merged = result.Merged,
            Duplicates = result.Duplicates,
            NotSent = result.NotSent,
            Declined = result.Declined,
            Unconfirmed = result.Unconfirmed,
            Accepted = result.Accepted,
            Updated = result.Updated,
            NotFound = result.NotFound,
            Failed = result.Failed,
            StatusUnknown = result.StatusUnknown,
            Batches = [.. result.Files.Select(file => SentBatch.Of(file, isVerbose))],
            Rejections = rejections?.Kept ?? [],
        };
}

/// <summary>What became of one batch file of a run.</summary>
internal sealed record SentBatch
{
    public required int Number { get; init; }

    public required long Rows { get; init; }

    public required long Bytes { get; init; }

    public required string Outcome { get; init; }

    public string? State { get; init; }

    public required int Attempts { get; init; }

    public string? BatchId { get; init; }

    /// <summary>Where 'status' can ask on.</summary>
    public Uri? StatusUrl { get; init; }

    /// <summary>The status of the last answer, if the file was not accepted.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why the file was not accepted, in the client's words.</summary>
    public string? FailureMessage { get; init; }

    /// <summary>The service's own text, with --verbose only: it may repeat what was sent.</summary>
    public string? ServiceMessage { get; init; }

    public static SentBatch Of(BulkFileResult file, bool isVerbose) =>
        new()
        {
            Number = file.Number,
            Rows = file.Rows,
            Bytes = file.Bytes,
            Outcome = file.Outcome.ToString(),
            State = file.State?.ToString(),
            Attempts = file.Attempts.Count,
            BatchId = file.BatchId,
            StatusUrl = file.StatusUrl,
            StatusCode = file is { Outcome: not BatchOutcome.Accepted, Attempts: [.., { StatusCode: { } status }] }
                ? (int)status
                : null,
            FailureMessage = file.FailureMessage,
            ServiceMessage = isVerbose ? file.ServiceMessage : null,
        };
}
