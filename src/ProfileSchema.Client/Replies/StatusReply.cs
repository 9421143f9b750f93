namespace ProfileSchema.Client.Replies;

/// <summary>Target's reply about a batch. Null where it has no value; a reply of another kind has none (STATUS-2).</summary>
/// <param name="Status">As it came: <c>complete</c>, <c>incomplete</c>, <c>stuck</c> (STATUS-3), or a word unknown here.</param>
/// <param name="Rows">Null unless the reply is of the older form.</param>
/// <param name="IsTruncated">
/// Whether the reply broke off. Its values are whole, but there may have been more of them, and <paramref name="Rows"/>
/// holds the rows up to there.
/// </param>
internal sealed record StatusReply(
    string? BatchId,
    string? Status,
    long? BatchSize,
    long? ConsumedCount,
    long? SuccessfulUpdates,
    long? ProfilesNotFound,
    long? FailedUpdates,
    StatusRows? Rows,
    bool IsTruncated
);

/// <summary>The rows of the older form, counted by their status, so that they take no memory (STATUS-2, STATUS-7).</summary>
/// <param name="Failed"><c>error</c> and <c>failed</c>.</param>
/// <param name="Unknown">Another word, or none.</param>
internal sealed record StatusRows(long Succeeded, long Failed, long Pending, long Unknown)
{
    public long Total => Succeeded + Failed + Pending + Unknown;

    /// <summary>These rows and one more.</summary>
    public StatusRows With(string? status) =>
        status?.ToLowerInvariant() switch
        {
            "success" => this with { Succeeded = Succeeded + 1 },
            "error" or "failed" => this with { Failed = Failed + 1 },
            "pending" => this with { Pending = Pending + 1 },
            _ => this with { Unknown = Unknown + 1 },
        };
}

/// <summary>Reads the reply to a question about a batch, in the present form and in the older one (STATUS-2).</summary>
internal static class StatusReplyReader
{
    public static async Task<StatusReply> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        ReplyReader reply = await ReplyReader.ReadAsync(body, cancellationToken).ConfigureAwait(false);
        return new StatusReply(
            reply["batchId"].Word,
            reply["status"].Word,
            reply["batchSize"].Count,
            reply["consumedCount"].Count,
            reply["successfulUpdates"].Count,
            reply["profilesNotFound"].Count,
            reply["failedUpdates"].Count,
            reply.Rows.Total == 0 ? null : reply.Rows,
            reply.IsTruncated
        );
    }
}
