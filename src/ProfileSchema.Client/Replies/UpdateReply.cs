namespace ProfileSchema.Client.Replies;

/// <summary>Target's reply to an update of one profile. Null where it has no value.</summary>
/// <param name="Success">Null if this is no such reply at all.</param>
/// <param name="Message">May echo an id (HTTP-2).</param>
internal sealed record SingleReply(bool? Success, string? PcId, string? Message);

/// <summary>Reads the reply to a single update (SINGLE-6).</summary>
internal static class SingleReplyReader
{
    public static async Task<SingleReply> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        ReplyReader reply = await ReplyReader.ReadAsync(body, cancellationToken).ConfigureAwait(false);
        return reply["success"].Boolean is null && Stripped(reply.TextBeforeRoot.Message) is { } stripped
            ? stripped
            : new SingleReply(reply["success"].Boolean, reply["pcId"].Word, reply["message"].Message);
    }

    /// <summary>The form without tags. Where a pcId in it would end cannot be told, so it stays text.</summary>
    private static SingleReply? Stripped(string? text)
    {
        foreach (bool success in (ReadOnlySpan<bool>)[true, false])
        {
            string word = success ? "true" : "false";
            if (text is not null && text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                string rest = text[word.Length..].Trim();
                return new SingleReply(success, null, rest.Length == 0 ? null : rest);
            }
        }

        return null;
    }
}

/// <summary>Target's reply to a batch file. Null where it has no value.</summary>
/// <param name="Success">Null if this is no such reply at all.</param>
/// <param name="BatchStatus">The status URL as it came, not to be trusted (STATUS-6).</param>
/// <param name="Message">May echo an id (HTTP-2).</param>
internal sealed record BulkReply(bool? Success, string? BatchStatus, string? Message);

/// <summary>Reads the reply to a batch file (BULK-3, BULK-4).</summary>
internal static class BulkReplyReader
{
    public static async Task<BulkReply> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        ReplyReader reply = await ReplyReader.ReadAsync(body, cancellationToken).ConfigureAwait(false);
        return new BulkReply(reply["success"].Boolean, reply["batchStatus"].Address, reply["message"].Message);
    }
}
