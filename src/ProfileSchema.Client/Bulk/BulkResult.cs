using System.Globalization;

namespace ProfileSchema.Client;

/// <summary>
/// What became of every profile of a bulk update. The books balance, however the run ended:
/// <c>Read = Rejected + Empty + Merged + NotSent + Declined + Unconfirmed + Accepted</c>, and
/// <c>Accepted = Updated + NotFound + Failed + StatusUnknown</c>.
/// </summary>
public sealed class BulkResult
{
    /// <summary>Profiles that the source gave.</summary>
    public required long Read { get; init; }

    /// <summary>Profiles that break a rule and were left out, each with a reason.</summary>
    public required long Rejected { get; init; }

    /// <summary>Profiles without any value, which would change nothing (BATCH-6).</summary>
    public required long Empty { get; init; }

    /// <summary>
    /// Profiles that became part of the row of an earlier one, whose fate is theirs (<see cref="DuplicateHandling.Merge"/>).
    /// </summary>
    public long Merged { get; init; }

    /// <summary>
    /// Rows whose key came before in the run, and which are counted elsewhere too: of two v2 batches for one key the later
    /// overrides the earlier (BATCH-7). 0 where <see cref="BulkOptions.DuplicateHandling"/> has them rejected.
    /// </summary>
    public long Duplicates { get; init; }

    /// <summary>Rows that were not sent: the run ended before, or their file never got through whole.</summary>
    public required long NotSent { get; init; }

    /// <summary>Rows of files that the service declined.</summary>
    public required long Declined { get; init; }

    /// <summary>Rows of files that were sent without an answer: it is open whether the service has them.</summary>
    public required long Unconfirmed { get; init; }

    /// <summary>Rows of files that the service took.</summary>
    public required long Accepted { get; init; }

    /// <summary>Accepted rows that updated a profile.</summary>
    public required long Updated { get; init; }

    /// <summary>Accepted rows whose profile does not exist, with v1 of the API.</summary>
    public required long NotFound { get; init; }

    /// <summary>Accepted rows that the service could not apply.</summary>
    public required long Failed { get; init; }

    /// <summary>Accepted rows of which the service did not say more (BULK-8, STATUS-4).</summary>
    public required long StatusUnknown { get; init; }

    /// <summary>The files, in the order in which they were sent.</summary>
    public required IReadOnlyList<BulkFileResult> Files { get; init; }

    /// <summary>The first thousand rejected profiles; <see cref="BulkOptions.OnRejected"/> is told of all.</summary>
    public required IReadOnlyList<RejectedProfile> Rejections { get; init; }

    /// <summary>The counts; no id and no value.</summary>
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
