namespace ProfileSchema.Client.Replies;

/// <summary>What Target says to a batch file. Null where it says nothing.</summary>
/// <param name="Success">Null if this is no such reply at all.</param>
/// <param name="BatchStatus">The status URL as it came, not to be trusted (STATUS-6).</param>
/// <param name="Message">May echo an id (HTTP-2).</param>
internal sealed record BulkReply(bool? Success, string? BatchStatus, string? Message);

/// <summary>Reads the reply to a batch file. (BULK-3, BULK-4)</summary>
internal static class BulkReplyReader
{
    public static async Task<BulkReply> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        bool? success = null;
        string? batchStatus = null;
        string? message = null;
        using var reader = new ReplyXmlReader(
            body,
            static path => path is { Depth: 1, Parent: "response", Name: "success" or "batchStatus" or "message" },
            cancellationToken
        );
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            switch (reader.Path.Name)
            {
                case "success":
                    success ??= reader.Value.Boolean;
                    break;
                case "batchStatus":
                    batchStatus ??= reader.Value.Address;
                    break;
                case "message":
                    message ??= reader.Value.Message;
                    break;
            }
        }

        return new BulkReply(success, batchStatus, message);
    }
}
