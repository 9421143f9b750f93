using System.Globalization;

namespace ProfileSchema.Client;

/// <summary>What became of one profile of a sample.</summary>
public sealed class VerifiedProfile
{
    internal VerifiedProfile(
        int position,
        ProfileVerdict verdict,
        ProfileKey? key,
        IReadOnlyList<VerifiedParameter> parameters
    )
    {
        Position = position;
        Verdict = verdict;
        Key = key;
        Parameters = parameters;
    }

    /// <summary>The place of the profile in the sample, counted from zero.</summary>
    public int Position { get; }

    /// <summary>How it compares as a whole.</summary>
    public ProfileVerdict Verdict { get; }

    /// <summary>Whose profile it is, or null where it was rejected. Its text shows no id.</summary>
    public ProfileKey? Key { get; }

    /// <summary>The parameters that were sent, in the order of the contract; none where nothing could be compared.</summary>
    public IReadOnlyList<VerifiedParameter> Parameters { get; }

    /// <summary>The position, the verdict, and the names of what is not equal; no id and no value.</summary>
    public override string ToString()
    {
        string[] others =
        [
            .. Parameters
                .Where(parameter => parameter.Verdict is not ParameterVerdict.Equal)
                .Select(parameter => $"{parameter.Name} {VerdictText.Of(parameter.Verdict)}"),
        ];
        string verdict = string.Create(CultureInfo.InvariantCulture, $"Profile {Position}: {VerdictText.Of(Verdict)}");
        return others.Length == 0 ? verdict : $"{verdict} ({string.Join(", ", others)})";
    }
}
