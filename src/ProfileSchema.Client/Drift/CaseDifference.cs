namespace ProfileSchema.Client;

/// <summary>
/// Represents a parameter whose name the account knows only in a different case. Names are case-sensitive, so that it is another
/// attribute (URL-4).
/// </summary>
/// <param name="Sent">The name that is sent.</param>
/// <param name="Known">The name that the account knows.</param>
public readonly record struct CaseDifference(string Sent, string Known)
{
    /// <summary>Returns both names.</summary>
    public override string ToString() => $"{Sent} (known as {Known})";
}
