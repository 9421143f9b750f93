using System.Globalization;
using ProfileSchema.Client.Verify;

namespace ProfileSchema.Client;

/// <summary>Represents the outcome of verifying one profile of a sample.</summary>
public sealed class VerifiedProfile
{
    /// <summary>Gets the zero-based position of the profile in the sample.</summary>
    public int Position { get; init; }

    /// <summary>Gets how the profile as a whole compares.</summary>
    public ProfileVerdict Verdict { get; init; }

    /// <summary>Gets the key of the profile, or <see langword="null"/> if the profile was rejected.</summary>
    public ProfileKey? Key { get; init; }

    /// <summary>
    /// Gets the parameters that were sent, in the order of the contract. The list is empty if the profile wasn't compared.
    /// </summary>
    public IReadOnlyList<VerifiedParameter> Parameters { get; init; } = [];

    /// <summary>
    /// Gets the reason why the profile was rejected or couldn't be fetched, and the remedy; otherwise <see langword="null"/>. The text
    /// contains no id and no value (HTTP-2).
    /// </summary>
    public string? Message { get; init; }

    /// <summary>
    /// Returns the position, the verdict, and the names of the parameters that differ or the message. The text contains no id and no
    /// value.
    /// </summary>
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
