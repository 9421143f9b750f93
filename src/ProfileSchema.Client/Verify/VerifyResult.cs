using System.Globalization;
using System.Text;
using ProfileSchema.Client.Verify;

namespace ProfileSchema.Client;

/// <summary>Represents the outcome of verifying a sample of profiles.</summary>
public sealed class VerifyResult
{
    /// <summary>Gets the verified profiles, in the order of the sample.</summary>
    public IReadOnlyList<VerifiedProfile> Profiles { get; init; } = [];

    /// <summary>Gets the parameters that were sent, each with its counts, in the order in which they first appear.</summary>
    public IReadOnlyList<ParameterTally> Parameters => field ??= Tally(Profiles);

    /// <summary>Gets the number of profiles that equal what was sent.</summary>
    public int Equal => Count(ProfileVerdict.Equal);

    /// <summary>Gets the number of profiles with a different or missing parameter that were changed since they were sent.</summary>
    public int Different => Count(ProfileVerdict.Different);

    /// <summary>Gets the number of profiles whose differing parameters were last changed before they were sent.</summary>
    public int NotYet => Count(ProfileVerdict.NotYet);

    /// <summary>Gets the number of profiles that the service doesn't have.</summary>
    public int NotFound => Count(ProfileVerdict.NotFound);

    /// <summary>Gets the number of profiles without a value, for which nothing was sent.</summary>
    public int Empty => Count(ProfileVerdict.Empty);

    /// <summary>Gets the number of profiles that the client rejects and therefore doesn't send.</summary>
    public int Rejected => Count(ProfileVerdict.Rejected);

    /// <summary>Gets the number of profiles that couldn't be fetched.</summary>
    public int Unanswered => Count(ProfileVerdict.Unanswered);

    /// <summary>
    /// Gets a value indicating whether at least one profile was compared and every profile that was sent equals what was sent. Empty and
    /// rejected profiles were not sent and don't count.
    /// </summary>
    public bool IsVerified => Equal > 0 && Equal + Empty + Rejected == Profiles.Count;

    /// <summary>
    /// Returns the counts in one line, a line for each parameter that isn't equal in every profile, and a line for each reason why
    /// profiles were rejected or couldn't be fetched. The text contains no id and no value (HTTP-2).
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Profiles.Count} profiles: {Equal} equal, {Different} different, {NotYet} not yet, {NotFound} not found, {Empty} empty, {Rejected} rejected, {Unanswered} unanswered"
        );
        foreach (ParameterTally parameter in Parameters)
        {
            if (parameter.Different + parameter.Missing + parameter.NotYet > 0)
            {
                text.Append("\n  ").Append(parameter);
            }
        }

        var reasons = Profiles
            .Where(profile => profile.Message is not null)
            .GroupBy(profile => (profile.Verdict, profile.Message));
        foreach (var same in reasons)
        {
            string verdict = VerdictText.Of(same.Key.Verdict);
            text.Append(CultureInfo.InvariantCulture, $"\n  {same.Count()} {verdict}: {same.Key.Message}");
        }

        return text.ToString();
    }

    private int Count(ProfileVerdict verdict) => Profiles.Count(profile => profile.Verdict == verdict);

    // GroupBy keeps the order of first appearance.
    private static ParameterTally[] Tally(IReadOnlyList<VerifiedProfile> profiles) =>
        [
            .. profiles
                .SelectMany(profile => profile.Parameters)
                .GroupBy(parameter => parameter.Name, StringComparer.Ordinal)
                .Select(same => new ParameterTally
                {
                    Name = same.Key,
                    Equal = Count(same, ParameterVerdict.Equal),
                    Different = Count(same, ParameterVerdict.Different),
                    Missing = Count(same, ParameterVerdict.Missing),
                    NotYet = Count(same, ParameterVerdict.NotYet),
                }),
        ];

    private static int Count(IEnumerable<VerifiedParameter> parameters, ParameterVerdict verdict) =>
        parameters.Count(parameter => parameter.Verdict == verdict);
}

/// <summary>Represents how often a parameter had each verdict, over the compared profiles of a sample.</summary>
public sealed class ParameterTally
{
    /// <summary>Gets the name of the parameter.</summary>
    public string Name { get; init; } = "";

    /// <summary>Gets the number of profiles that have the value that was sent.</summary>
    public int Equal { get; init; }

    /// <summary>Gets the number of profiles that have another value.</summary>
    public int Different { get; init; }

    /// <summary>Gets the number of profiles without the parameter.</summary>
    public int Missing { get; init; }

    /// <summary>Gets the number of profiles that were last changed before the update was sent.</summary>
    public int NotYet { get; init; }

    /// <summary>Returns the name and the counts. The text contains no value.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: {Equal} equal, {Different} different, {Missing} missing, {NotYet} not yet"
        );
}
