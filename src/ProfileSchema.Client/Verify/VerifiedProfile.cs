using System.Globalization;

namespace ProfileSchema.Client;

/// <summary>What became of one profile of a sample.</summary>
public sealed class VerifiedProfile
{
    /// <summary>Describes what became of a profile, as a test may that stands in for <see cref="ProfileClient"/>.</summary>
    /// <param name="position">The place of the profile in the sample, counted from zero.</param>
    /// <param name="verdict">How it compares as a whole.</param>
    /// <param name="key">Whose profile it is.</param>
    /// <param name="parameters">The parameters that were compared; null for none.</param>
    /// <param name="message">Why it was rejected, or not answered for.</param>
    public VerifiedProfile(
        int position,
        ProfileVerdict verdict,
        ProfileKey? key = null,
        IReadOnlyList<VerifiedParameter>? parameters = null,
        string? message = null
    )
    {
        Position = position;
        Verdict = verdict;
        Key = key;
        Parameters = parameters ?? [];
        Message = message;
    }

    /// <summary>The place of the profile in the sample, counted from zero.</summary>
    public int Position { get; }

    /// <summary>How it compares as a whole.</summary>
    public ProfileVerdict Verdict { get; }

    /// <summary>Whose profile it is, or null where it was rejected. Its text shows no id.</summary>
    public ProfileKey? Key { get; }

    /// <summary>The parameters that were sent, in the order of the contract; none where nothing could be compared.</summary>
    public IReadOnlyList<VerifiedParameter> Parameters { get; }

    /// <summary>
    /// Why it was rejected, or not answered for, and what to do, in words that hold no id and no value (HTTP-2); null for all others.
    /// </summary>
    public string? Message { get; }

    /// <summary>The position, the verdict, and the names of what is not equal or the message; no id and no value.</summary>
    public override string ToString()
    {
        string[] others =
        [
            .. Parameters
                .Where(parameter => parameter.Verdict is not ParameterVerdict.Equal)
                .Select(parameter => $"{parameter.Name} {VerdictText.Of(parameter.Verdict)}"),
        ];
        string verdict = string.Create(CultureInfo.InvariantCulture, $"Profile {Position}: {VerdictText.Of(Verdict)}");
        return others.Length > 0 ? $"{verdict} ({string.Join(", ", others)})"
            : Message is not null ? $"{verdict}: {Message}"
            : verdict;
    }
}
