using System.Globalization;

namespace ProfileSchema.Client;

/// <summary>
/// Represents the outcome of a bulk update. Every row is accounted for, however the run ended:
/// <c>Read = Rejected + Empty + Merged + NotSent + Declined + Unconfirmed + Accepted</c>, and
/// <c>Accepted = Updated + NotFound + Failed + StatusUnknown</c>.
/// </summary>
public sealed class BulkResult
{
    /// <summary>Gets the number of profiles that were read from the source.</summary>
    public long Read { get; init; }

    /// <summary>Gets the number of profiles that the client rejected because a value is not valid. They were not sent.</summary>
    public long Rejected { get; init; }

    /// <summary>Gets the number of profiles without a value. They were not sent, because they would change nothing (BATCH-6).</summary>
    public long Empty { get; init; }

    /// <summary>
    /// Gets the number of profiles that were merged into an earlier row with the same key (<see cref="DuplicateHandling.Merge"/>) and
    /// share the outcome of that row.
    /// </summary>
    public long Merged { get; init; }

    /// <summary>
    /// Gets the number of rows whose key appeared earlier in the run. They are also counted by their outcome. Of two v2 batches with the
    /// same key, the later one overrides the earlier one (BATCH-7). The value is 0 if <see cref="BulkOptions.DuplicateHandling"/> is
    /// <see cref="DuplicateHandling.Reject"/>.
    /// </summary>
    public long Duplicates { get; init; }

    /// <summary>Gets the number of rows that were not sent, because the run ended first or their file was never sent completely.</summary>
    public long NotSent { get; init; }

    /// <summary>Gets the number of rows in files that the service declined.</summary>
    public long Declined { get; init; }

    /// <summary>
    /// Gets the number of rows in files that were sent without a response that tells whether the service accepted them. The service
    /// may have applied them.
    /// </summary>
    public long Unconfirmed { get; init; }

    /// <summary>Gets the number of rows in files that the service accepted.</summary>
    public long Accepted { get; init; }

    /// <summary>Gets the number of accepted rows that updated a profile.</summary>
    public long Updated { get; init; }

    /// <summary>Gets the number of accepted rows whose profile doesn't exist. Only v1 of the API reports them.</summary>
    public long NotFound { get; init; }

    /// <summary>Gets the number of accepted rows that the service failed to apply.</summary>
    public long Failed { get; init; }

    /// <summary>Gets the number of accepted rows whose status the service didn't report (BULK-8, STATUS-4).</summary>
    public long StatusUnknown { get; init; }

    /// <summary>Gets the files that the run made, in the order of the source, including those that were never sent.</summary>
    public IReadOnlyList<BulkFileResult> Files { get; init; } = [];

    /// <summary>Gets the first thousand rejected profiles. <see cref="BulkOptions.OnRejected"/> receives all of them.</summary>
    public IReadOnlyList<RejectedProfile> Rejections { get; init; } = [];

    /// <summary>Returns the counts. The text contains no id and no value.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"read {Read}: rejected {Rejected}, empty {Empty}, merged {Merged}, not sent {NotSent}, declined {Declined}, "
        )
        + string.Create(
            CultureInfo.InvariantCulture,
            $"unconfirmed {Unconfirmed}, accepted {Accepted} (updated {Updated}, not found {NotFound}, failed {Failed}, status unknown {StatusUnknown})"
        );
}
