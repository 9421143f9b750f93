using System.Globalization;

namespace ProfileSchema.Client;

/// <summary>Where the parameters that are sent and the attributes that an account knows differ.</summary>
public sealed class ProfileDrift
{
    private ProfileDrift(
        IReadOnlyList<string> sentButUnknown,
        IReadOnlyList<CaseDifference> differentInCase,
        IReadOnlyList<string> knownButNeverSent
    )
    {
        SentButUnknown = sentButUnknown;
        DifferentInCase = differentInCase;
        KnownButNeverSent = knownButNeverSent;
    }

    /// <summary>Names that are sent and that the account knows in no case: misspelt, or not yet sent for the first time.</summary>
    public IReadOnlyList<string> SentButUnknown { get; }

    /// <summary>
    /// Names that are sent and unknown, while the account knows one that differs in case only: audiences on that one never match
    /// what is sent (URL-4).
    /// </summary>
    public IReadOnlyList<CaseDifference> DifferentInCase { get; }

    /// <summary>
    /// Attributes that the account knows and no contract sends, those of <see cref="DifferentInCase"/> left out. Pages and other programs
    /// send attributes too, so this alone is no fault.
    /// </summary>
    public IReadOnlyList<string> KnownButNeverSent { get; }

    /// <summary>Whether something is sent that the account does not know.</summary>
    public bool HasDrift => SentButUnknown.Count + DifferentInCase.Count > 0;

    /// <summary>Compares names, whose case matters (URL-4). Each list of the outcome is in ordinal order.</summary>
    /// <param name="sent">The names that contracts send.</param>
    /// <param name="known">The names that the account knows.</param>
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
        return new ProfileDrift(
            [.. unknown.Where(name => !inAnyCase.Contains(name))],
            inCase,
            [.. knownNames.Except(sentNames, StringComparer.Ordinal).Except(inCase.Select(pair => pair.Known))]
        );
    }

    /// <summary>The counts in one line, and a line for each list that has something in it.</summary>
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
