namespace ProfileSchema.Emulator;

/// <summary>Which ids a session may have.</summary>
internal static class SessionId
{
    // DELIVERY-3
    public static Refusal? Check(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return new Refusal("DELIVERY-3", "The call names no session.");
        }

        if (id.Length > ServiceLimits.SessionIdLength)
        {
            return new Refusal("DELIVERY-3", "The session id has more than 128 characters.");
        }

        return id.All(c => c is > ' ' and <= '~' and not ('?' or '{' or '}' or '/'))
            ? null
            : new Refusal(
                "DELIVERY-3",
                "The session id holds a character that is not printable, or a space, ?, {, } or /."
            );
    }
}
