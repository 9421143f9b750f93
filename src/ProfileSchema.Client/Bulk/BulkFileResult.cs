using System.Globalization;

namespace ProfileSchema.Client;

/// <summary>What became of one file of a bulk update: <c>Rows = Updated + NotFound + Failed + StatusUnknown</c> if it was accepted.</summary>
public sealed class BulkFileResult
{
    /// <summary>The number of the file in the run, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Rows of the file.</summary>
    public required int Rows { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>The position in the source of the first profile that the file accounts for, counted from zero.</summary>
    public required long FirstPosition { get; init; }

    /// <summary>The position after the last profile that the file accounts for.</summary>
    public required long EndPosition { get; init; }

    /// <summary>What became of it at the moment of sending.</summary>
    public required BatchOutcome Outcome { get; init; }

    /// <summary>The attempts to send it, in order. Several mean that the service may have taken it more than once (BULK-7).</summary>
    public required IReadOnlyList<BulkAttempt> Attempts { get; init; }

    /// <summary>When it was first sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When its fate was known, as far as it ever was; null if it was not.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The service's id of the batch, if it gave it.</summary>
    public string? BatchId { get; init; }

    /// <summary>Where the status was asked; null if the service gave no address, or one that is not trusted (STATUS-6).</summary>
    public Uri? StatusUrl { get; init; }

    /// <summary>True if the service named an address for the status that is not asked, since it may be anybody's (STATUS-6).</summary>
    public bool IsStatusUrlUntrusted { get; init; }

    /// <summary>The last state that the service gave, or null if it was never asked or never answered.</summary>
    public BatchState? State { get; init; }

    /// <summary>Rows that updated a profile.</summary>
    public long Updated { get; init; }

    /// <summary>Rows whose profile does not exist, with v1 of the API.</summary>
    public long NotFound { get; init; }

    /// <summary>Rows that the service could not apply.</summary>
    public long Failed { get; init; }

    /// <summary>Rows that were accepted and of which the service did not say more (BULK-8, STATUS-4).</summary>
    public long StatusUnknown { get; init; }

    /// <summary>What the service wrote about a file that it did not take, cleaned (HTTP-2). Keep it out of logs.</summary>
    public string? ServiceMessage { get; init; }

    /// <summary>Why the last attempt failed if no answer of the service says so, in the client's own words, without ids and values.</summary>
    public string? FailureMessage { get; init; }

    /// <summary>The number, the rows, the outcome and the state; no id.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"file {Number}: {Rows} rows, {Outcome}, {State}");
}
