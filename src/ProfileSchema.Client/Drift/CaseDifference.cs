namespace ProfileSchema.Client;

/// <summary>A parameter that is sent under a name which the account knows in another case, and so is another attribute (URL-4).</summary>
/// <param name="Sent">The name that is sent.</param>
/// <param name="Known">The name that the account knows.</param>
public readonly record struct CaseDifference(string Sent, string Known)
{
    /// <summary>The two names.</summary>
    public override string ToString() => $"{Sent} (known as {Known})";
}
