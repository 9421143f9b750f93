namespace ProfileSchema.Client.Replies;

/// <summary>What Target says to an update of one profile. Null where it says nothing.</summary>
/// <param name="Success">Null if this is no such reply at all.</param>
/// <param name="Message">May echo an id (HTTP-2).</param>
internal sealed record SingleReply(bool? Success, string? PcId, string? Message);

/// <summary>Reads the reply to a single update. (SINGLE-6)</summary>
internal static class SingleReplyReader
{
    public static async Task<SingleReply> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        bool? success = null;
        string? pcId = null;
        string? message = null;
        using var reader = new ReplyXmlReader(
            body,
            static path => path is { Depth: 1, Parent: "response", Name: "success" or "pcId" or "message" },
            cancellationToken
        );
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            switch (reader.Path.Name)
            {
                case "success":
                    success ??= reader.Value.Boolean;
                    break;
                case "pcId":
                    pcId ??= reader.Value.Word;
                    break;
                case "message":
                    message ??= reader.Value.Message;
                    break;
            }
        }

        return success is null && Stripped(reader.TextBeforeRoot.Message) is { } stripped
            ? stripped
            : new SingleReply(success, pcId, message);
    }

    /// <summary>The form whose tags are gone. Where a pcId in it would end cannot be told, so it stays text.</summary>
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
