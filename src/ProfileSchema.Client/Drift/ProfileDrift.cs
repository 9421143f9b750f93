using System.Globalization;

namespace ProfileSchema.Client;

/// <summary>Represents the differences between the parameters that are sent and the attributes that an account knows.</summary>
public sealed class ProfileDrift
{
    /// <summary>
    /// Gets the names that are sent and that the account doesn't know in any case: misspelled, or never sent before.
    /// </summary>
    public IReadOnlyList<string> SentButUnknown { get; init; } = [];

    /// <summary>
    /// Gets the names that are sent and that the account knows in a different case only. Audiences that use the known name never match
    /// what is sent (URL-4).
    /// </summary>
    public IReadOnlyList<CaseDifference> DifferentInCase { get; init; } = [];

    /// <summary>
    /// Gets the attributes that the account knows and no contract sends, without those in <see cref="DifferentInCase"/>. This alone isn't
    /// a fault, because web pages and other programs send attributes too.
    /// </summary>
    public IReadOnlyList<string> KnownButNeverSent { get; init; } = [];

    /// <summary>Gets a value indicating whether a name is sent that the account doesn't know.</summary>
    public bool HasDrift => SentButUnknown.Count + DifferentInCase.Count > 0;

    /// <summary>Compares names. Names are case-sensitive (URL-4).</summary>
    /// <param name="sent">The names that contracts send.</param>
    /// <param name="known">The names that the account knows.</param>
    /// <returns>The differences. Each list is in ordinal order.</returns>
    public static ProfileDrift Compare(IEnumerable<string> sent, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(known);
        var sentNames = new SortedSet<string>(sent, StringComparer.Ordinal);
        var knownNames = new SortedSet<string>(known, StringComparer.Ordinal);
        string[] unknown = [.. sentNames.Except(knownNames, StringComparer.Ordinal)];
        ILookup<string, string> inAnyCase = knownNames.ToLookup(name => name, StringComparer.OrdinalIgnoreCase);
        CaseDifference[] inCase =
        [
            .. unknown.SelectMany(name => inAnyCase[name].Select(other => new CaseDifference(name, other))),
        ];
        return new ProfileDrift
        {
            SentButUnknown = [.. unknown.Where(name => !inAnyCase.Contains(name))],
            DifferentInCase = inCase,
            KnownButNeverSent =
            [
                .. knownNames.Except(sentNames, StringComparer.Ordinal).Except(inCase.Select(pair => pair.Known)),
            ],
        };
    }

    /// <summary>Returns the counts in one line, and a line for each list that isn't empty.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{SentButUnknown.Count} sent but unknown, {DifferentInCase.Count} different in case, {KnownButNeverSent.Count} known but never sent"
        )
        + Line("sent but unknown", SentButUnknown)
        + Line("different in case", DifferentInCase)
        + Line("known but never sent", KnownButNeverSent);

    private static string Line<T>(string what, IReadOnlyList<T> names) =>
        names.Count == 0 ? "" : $"\n  {what}: {string.Join(", ", names)}";
}

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
