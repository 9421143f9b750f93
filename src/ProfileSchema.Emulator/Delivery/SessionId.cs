namespace ProfileSchema.Emulator;

/// <summary>Which ids a session may have.</summary>
internal static class SessionId
{
    // DELIVERY-3
    public static Refusal? Check(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return new Refusal("DELIVERY-3", "The call has no session ID.");
        }

        if (id.Length > ServiceLimits.SessionIdLength)
        {
            return new Refusal("DELIVERY-3", "The session ID has more than 128 characters.");
        }

        return id.All(c => c is > ' ' and <= '~' and not ('?' or '{' or '}' or '/'))
            ? null
            : new Refusal(
                "DELIVERY-3",
                "The session ID contains a character that isn't printable, or a space, ?, {, }, or /."
            );
    }
}
