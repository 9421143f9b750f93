using System.Globalization;

namespace ProfileSchema.Client;

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
