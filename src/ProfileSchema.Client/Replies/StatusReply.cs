namespace ProfileSchema.Client.Replies;

/// <summary>What Target says about a batch. Null where it says nothing; a reply of another kind says nothing. (STATUS-2)</summary>
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

/// <summary>The rows of the older form, counted by what they say of themselves; their ids are not kept. (STATUS-2, STATUS-7)</summary>
/// <param name="Failed"><c>error</c> and <c>failed</c>.</param>
/// <param name="Unknown">Another word, or none.</param>
internal sealed record StatusRows(long Succeeded, long Failed, long Pending, long Unknown)
{
    public long Total => Succeeded + Failed + Pending + Unknown;
}
