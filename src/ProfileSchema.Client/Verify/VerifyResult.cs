using System.Globalization;
using System.Text;

namespace ProfileSchema.Client;

/// <summary>What was found of the profiles of a sample. Its text holds no id and no value (HTTP-2).</summary>
public sealed class VerifyResult
{
    /// <summary>Counts what was found, as a test may that stands in for <see cref="ProfileClient"/>.</summary>
    /// <param name="profiles">The profiles, in the order of the sample.</param>
    public VerifyResult(IReadOnlyList<VerifiedProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        Profiles = profiles;
        Parameters = Tally(profiles);
    }

    /// <summary>The profiles, in the order of the sample.</summary>
    public IReadOnlyList<VerifiedProfile> Profiles { get; }

    /// <summary>The parameters that were sent, each with its counts, in the order in which they first came.</summary>
    public IReadOnlyList<ParameterTally> Parameters { get; }

    /// <summary>Profiles that are as they were sent.</summary>
    public int Equal => Count(ProfileVerdict.Equal);

    /// <summary>Profiles of which something differs, or is missing, though they were changed since.</summary>
    public int Different => Count(ProfileVerdict.Different);

    /// <summary>Profiles of which what differs was last changed before they were sent.</summary>
    public int NotYet => Count(ProfileVerdict.NotYet);

    /// <summary>Profiles that the service does not have.</summary>
    public int NotFound => Count(ProfileVerdict.NotFound);

    /// <summary>Profiles without a value, of which nothing was sent.</summary>
    public int Empty => Count(ProfileVerdict.Empty);

    /// <summary>Profiles that break a rule and were not sent.</summary>
    public int Rejected => Count(ProfileVerdict.Rejected);

    /// <summary>Profiles of which the service told nothing.</summary>
    public int Unanswered => Count(ProfileVerdict.Unanswered);

    /// <summary>
    /// True if at least one profile was compared, and all that were sent are as they were sent. Empty and rejected profiles were not
    /// sent, and do not count.
    /// </summary>
    public bool IsVerified => Equal > 0 && Equal + Empty + Rejected == Profiles.Count;

    /// <summary>
    /// The counts in one line, a line for each parameter that is not equal everywhere, and one for each reason why profiles were
    /// rejected or not answered for.
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

    private static ParameterTally[] Tally(IReadOnlyList<VerifiedProfile> profiles)
    {
        var tallies = new Dictionary<string, ParameterTally>(StringComparer.Ordinal);
        var inOrder = new List<ParameterTally>();
        foreach (VerifiedParameter parameter in profiles.SelectMany(profile => profile.Parameters))
        {
            if (!tallies.TryGetValue(parameter.Name, out ParameterTally? tally))
            {
                tallies[parameter.Name] = tally = new ParameterTally(parameter.Name);
                inOrder.Add(tally);
            }

            tally.Count(parameter.Verdict);
        }

        return [.. inOrder];
    }
}
