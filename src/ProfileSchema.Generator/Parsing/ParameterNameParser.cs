using System.Globalization;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads the names under which the parameters of a profile are sent, and checks them (NAME-1, NAME-2).</summary>
internal sealed class ParameterNameParser(ProfileContext context, NamingPolicy naming)
{
    private const int MaxLength = 128;
    private const string Prefix = "profile.";

    private readonly Dictionary<string, MarkedMember> _owners = new(StringComparer.Ordinal);

    /// <summary>The name of a parameter, or null if it cannot be sent.</summary>
    public string? Parse(MarkedMember member)
    {
        string name = member.Parameter!.Argument as string ?? naming.Apply(member.Name);
        Location location = member.ArgumentLocation(member.Parameter);
        if (Flaw(name) is { } flaw)
        {
            context.Report(NameInvalid.Descriptor, location, member.Title, flaw);
            return null;
        }

        if (_owners.TryGetValue(name, out MarkedMember? owner))
        {
            context.Report(NameRepeated.Descriptor, location, member.Title, name, owner.Title);
            return null;
        }

        _owners.Add(name, member);
        return name;
    }

    private static string? Flaw(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "is empty; give it a name";
        }

        if (name.Length > MaxLength)
        {
            string length = name.Length.ToString(CultureInfo.InvariantCulture);
            return $"has {length} characters, of which Target takes {MaxLength}; shorten it";
        }

        if (name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return $"starts with '{Prefix}', which Target adds itself; leave that off";
        }

        return PercentEncoding.IsWellFormed(name)
            ? null
            : "holds half of a surrogate pair, which has no UTF-8 form; write the whole character";
    }
}
