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

/// <summary>Specifies how a profile of a sample compares with the fetched profile.</summary>
public enum ProfileVerdict
{
    /// <summary>No verdict was set. A verification never reports this value.</summary>
    Unknown = 0,

    /// <summary>Every parameter has the value that was sent.</summary>
    Equal,

    /// <summary>A parameter is different or missing, although the profile was changed since it was sent.</summary>
    Different,

    /// <summary>The parameters that differ were last changed before the update was sent (FETCH-3). Verify again later.</summary>
    NotYet,

    /// <summary>
    /// The service has no profile with this key (FETCH-2). Single updates and v1 batches don't create profiles (SINGLE-4, BULK-1).
    /// </summary>
    NotFound,

    /// <summary>The profile has no value, so that nothing was sent (VALUE-4). It was not fetched.</summary>
    Empty,

    /// <summary>A value of the profile isn't valid, so that it was not sent. It was not fetched.</summary>
    Rejected,

    /// <summary>The profile couldn't be fetched, in all attempts.</summary>
    Unanswered,
}

/// <summary>Represents the outcome of verifying one parameter of a profile.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Verdict">How the parameter compares.</param>
/// <remarks>It contains neither of the two values, because they are personal data or hashes of it (HASH-1).</remarks>
public readonly record struct VerifiedParameter(string Name, ParameterVerdict Verdict);

/// <summary>Specifies how a parameter that was sent compares with the fetched profile.</summary>
public enum ParameterVerdict
{
    /// <summary>No verdict was set. A verification never reports this value.</summary>
    Unknown = 0,

    /// <summary>The profile has the value that was sent.</summary>
    Equal,

    /// <summary>The profile has another value.</summary>
    Different,

    /// <summary>The profile has no such attribute.</summary>
    Missing,

    /// <summary>
    /// The profile has another value or none, but was last changed before the update was sent: the update isn't applied yet, or the fetch
    /// lags behind it (SINGLE-7, FETCH-3).
    /// </summary>
    NotYet,
}
