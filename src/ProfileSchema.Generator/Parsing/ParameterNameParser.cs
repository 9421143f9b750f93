using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads the names under which members are sent, and checks those of parameters (NAME-1 to NAME-4).</summary>
internal sealed class ParameterNameParser(ProfileContext context, NamingPolicy naming)
{
    private readonly Dictionary<string, AnnotatedMember> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _spellings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The members by the names of their parameters.</summary>
    public IReadOnlyDictionary<string, AnnotatedMember> Owners => _owners;

    /// <summary>The member's own name, without the name prefix.</summary>
    public string NameOf(AnnotatedMember member) => member.Parameter!.Argument as string ?? naming.Apply(member.Name);

    /// <summary>The name prefix of the members of a nested object, or null if it is invalid.</summary>
    public string? ParsePrefix(AnnotatedMember member, string prefix)
    {
        string name = NameOf(member);
        if (string.IsNullOrWhiteSpace(name))
        {
            Location location = member.ArgumentLocation(member.Parameter);
            context.Report(SchemaRules.NameInvalid, location, member.Title, "is empty; specify a name or set Flatten");
            return null;
        }

        return $"{prefix}{name}.";
    }

    /// <summary>The name of a parameter, or null if it is invalid.</summary>
    /// <param name="isReadable">Whether the parameter would be sent, so that warnings about its name are useful.</param>
    public string? Parse(AnnotatedMember member, string prefix, bool isReadable)
    {
        string own = NameOf(member);
        string name = prefix + own;
        Location location = member.ArgumentLocation(member.Parameter);
        if ((string.IsNullOrWhiteSpace(own) ? "is empty; specify a name" : NameRules.Flaw(name)) is { } flaw)
        {
            context.Report(SchemaRules.NameInvalid, location, member.Title, flaw);
            return null;
        }

        if (_owners.TryGetValue(name, out AnnotatedMember? owner))
        {
            context.Report(SchemaRules.NameRepeated, location, member.Title, name, owner.Title);
            return null;
        }

        _owners.Add(name, member);
        return CheckUse(member, name, location, isReadable) ? name : null;
    }

    private bool CheckUse(AnnotatedMember member, string name, Location location, bool isReadable)
    {
        if (SystemNames.OwnerOf(name) is { } system)
        {
            context.Report(SchemaRules.NameReserved, location, member.Title, name, system);
            return false;
        }

        if (!isReadable || !context.Advises)
        {
            return true;
        }

        if (_spellings.TryGetValue(name, out string? other))
        {
            context.Report(SchemaRules.NameDiffersInCase, location, member.Title, name, _owners[other].Title, other);
        }
        else
        {
            _spellings.Add(name, name);
        }

        string? flaw =
            SystemNames.Unaddressable(name) is { } character ? $"'{character}'"
            : NameRules.HasEmptyPart(name) ? "an empty part before, between, or after dots"
            : null;
        if (flaw is not null)
        {
            context.Report(SchemaRules.NameUnaddressable, location, member.Title, name, flaw);
        }

        CheckParts(member, name, location);
        return true;
    }

    /// <summary>Reports a name that is both a value and the prefix of another name, as <c>a</c> is beside <c>a.b</c> (NAME-4).</summary>
    private void CheckParts(AnnotatedMember member, string name, Location location)
    {
        string? other = _beginnings.TryGetValue(name, out string? longer) ? longer : null;
        for (int dot = name.IndexOf('.'); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            string beginning = name.Substring(0, dot);
            other ??= _owners.ContainsKey(beginning) ? beginning : null;
            _beginnings[beginning] = name;
        }

        if (other is not null)
        {
            context.Report(SchemaRules.NamePrefixesAnother, location, member.Title, name, _owners[other].Title, other);
        }
    }
}
