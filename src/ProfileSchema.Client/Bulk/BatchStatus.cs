using System.Globalization;

namespace ProfileSchema.Client;

/// <summary>What the service says of a batch (STATUS-2). A count that it did not give is null.</summary>
public sealed class BatchStatus
{
    /// <summary>How far the service is.</summary>
    public BatchState State { get; init; }

    /// <summary>The service's id of the batch, if it gave it.</summary>
    public string? BatchId { get; init; }

    /// <summary>Rows of the batch.</summary>
    public long? BatchSize { get; init; }

    /// <summary>Rows that were processed.</summary>
    public long? Consumed { get; init; }

    /// <summary>Rows that updated a profile.</summary>
    public long? Updated { get; init; }

    /// <summary>Rows whose profile does not exist, with v1 of the API.</summary>
    public long? NotFound { get; init; }

    /// <summary>Rows that could not be applied.</summary>
    public long? Failed { get; init; }

    /// <summary>Whether the service said how far it is in a word that is not known here (STATUS-3).</summary>
    internal bool IsWordUnknown { get; init; }

    /// <summary>Whether the reply broke off, so that there may have been more counts.</summary>
    internal bool IsTruncated { get; init; }

    /// <summary>The state and the counts; no id.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{State}: size {BatchSize}, updated {Updated}, not found {NotFound}, failed {Failed}"
        );
}
