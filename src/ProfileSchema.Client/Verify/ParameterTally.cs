using System.Globalization;

namespace ProfileSchema.Client;

/// <summary>How often a parameter came out how, over the profiles of a sample that were compared.</summary>
public sealed class ParameterTally
{
    internal ParameterTally(string name) => Name = name;

    /// <summary>The name of the parameter.</summary>
    public string Name { get; }

    /// <summary>In how many profiles it has the value that was sent.</summary>
    public int Equal { get; private set; }

    /// <summary>In how many profiles it has another value.</summary>
    public int Different { get; private set; }

    /// <summary>In how many profiles it is missing.</summary>
    public int Missing { get; private set; }

    /// <summary>In how many profiles the fetch is older than the update.</summary>
    public int NotYet { get; private set; }

    /// <summary>The name and the counts; no value.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: {Equal} equal, {Different} different, {Missing} missing, {NotYet} not yet"
        );

    internal void Count(ParameterVerdict verdict)
    {
        switch (verdict)
        {
            case ParameterVerdict.Equal:
                Equal++;
                break;
            case ParameterVerdict.Different:
                Different++;
                break;
            case ParameterVerdict.Missing:
                Missing++;
                break;
            default:
                NotYet++;
                break;
        }
    }
}
