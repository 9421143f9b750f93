namespace ProfileSchema.Client.Replies;

/// <summary>Reads the reply to a question about a batch, in the present form and in the older one. (STATUS-2)</summary>
internal static class StatusReplyReader
{
    public static async Task<StatusReply> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var reply = new StatusReply(null, null, null, null, null, null, null, null, false);
        var rows = new StatusRowCounter();
        using var reader = new ReplyXmlReader(body, IsWanted, cancellationToken);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            switch (reader.Path)
            {
                case { Name: "profile" }:
                    rows.EndRow();
                    break;
                case { Parent: "profile" }:
                    rows.AddStatus(reader.Value.Word);
                    break;
                default:
                    reply = With(reply, reader.Path.Name, reader.Value);
                    break;
            }
        }

        return reply with
        {
            Rows = rows.ToRows(),
            IsTruncated = reader.IsTruncated,
        };
    }

    // The root of the older form is not documented, so its rows are known by their name alone.
    private static bool IsWanted(ReplyPath path) =>
        path
            is { Name: "profile" }
                or { Parent: "profile", Name: "status" }
                or {
                    Depth: 1,
                    Parent: "response",
                    Name: "batchId"
                        or "status"
                        or "batchSize"
                        or "consumedCount"
                        or "successfulUpdates"
                        or "profilesNotFound"
                        or "failedUpdates"
                };

    /// <summary>The first of two values of one name holds.</summary>
    private static StatusReply With(StatusReply reply, string name, ReplyValue value) =>
        name switch
        {
            "batchId" => reply with { BatchId = reply.BatchId ?? value.Word },
            "status" => reply with { Status = reply.Status ?? value.Word },
            "batchSize" => reply with { BatchSize = reply.BatchSize ?? value.Count },
            "consumedCount" => reply with { ConsumedCount = reply.ConsumedCount ?? value.Count },
            "successfulUpdates" => reply with { SuccessfulUpdates = reply.SuccessfulUpdates ?? value.Count },
            "profilesNotFound" => reply with { ProfilesNotFound = reply.ProfilesNotFound ?? value.Count },
            "failedUpdates" => reply with { FailedUpdates = reply.FailedUpdates ?? value.Count },
            _ => reply,
        };
}
