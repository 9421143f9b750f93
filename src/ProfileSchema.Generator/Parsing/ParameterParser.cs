using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads the members annotated with <c>[ProfileParameter]</c>. All problems of a member are reported at once.</summary>
internal sealed class ParameterParser(ProfileContext context, EnumParser enums)
{
    private readonly ParameterNameParser _names = new(context, enums.Naming);

    /// <summary>The types that are part of a cycle. Each is read once, and its cycles are reported then.</summary>
    private readonly HashSet<ITypeSymbol> _endless = new(SymbolEqualityComparer.Default);

    /// <summary>The number of nested objects that weren't read because they are part of a cycle.</summary>
    private int _notEntered;

    private readonly ValueParser _values = new(context, new ScalarParser(context, enums));

    /// <summary>The members by the names of their parameters.</summary>
    public IReadOnlyDictionary<string, AnnotatedMember> Owners => _names.Owners;

    /// <param name="prefix">What the names of all members begin with.</param>
    /// <param name="path">The types that lead to the members, the profile's own first.</param>
    public EquatableArray<MemberSpec> Parse(
        ImmutableArray<AnnotatedMember> members,
        string prefix,
        ImmutableArray<ITypeSymbol> path
    )
    {
        var parsed = new List<MemberSpec>();
        foreach (AnnotatedMember member in members)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (member.Parameter is not null && ParseMember(member, prefix, path) is { } spec)
            {
                parsed.Add(spec);
            }
        }

        return [.. parsed];
    }

    private MemberSpec? ParseMember(AnnotatedMember member, string prefix, ImmutableArray<ITypeSymbol> path)
    {
        context.Use(member.Source);
        var options = new ParameterOptions(context, member);
        ITypeSymbol type = ScalarTypes.Beneath(member.Type);
        context.Use(type);
        ImmutableArray<AnnotatedMember> inner = NestedMembers(member, type);
        MemberAccess? access = MemberAccessParser.Parse(context, member);
        return inner.IsEmpty
            ? ParseParameter(member, options, access, prefix)
            : ParseNestedObject(member, options, access, inner, prefix, path.Add(type));
    }

    /// <summary>The annotated members of a nested object; none if the value is sent as a whole.</summary>
    private ImmutableArray<AnnotatedMember> NestedMembers(AnnotatedMember member, ITypeSymbol type)
    {
        bool isWhole =
            ScalarTypes.KindOf(type) is not null
            || member.Converter is not null
            || type.FindAttribute(AttributeNames.Converter) is not null;
        return isWhole ? ImmutableArray<AnnotatedMember>.Empty : AnnotatedMembers.OfNestedObject(context, type, member);
    }

    private ParameterSpec? ParseParameter(
        AnnotatedMember member,
        ParameterOptions options,
        MemberAccess? access,
        string prefix
    )
    {
        string? name = _names.Parse(member, prefix, access is not null);
        ValueSpec? value = _values.Parse(member, options);
        if (value is null || !OptionRules.Check(context, member, options, value, enums))
        {
            return null;
        }

        ParameterAdvice.Give(context, member, options, name ?? member.Name);
        if (name is null || access is null)
        {
            return null;
        }

        bool isJoined = value is ListValue or TextListValue or FlagsValue;
        var facts = new ParameterFacts(
            options.Format,
            options.Hash,
            isJoined ? options.Separator : null,
            options.NullValue,
            options.MaxLength,
            SummaryReader.Read(member.Symbol, context.Cancellation)
                ?? (context.Target is null ? null : SummaryReader.Read(member.Source, context.Cancellation))
        );
        string type = ScalarTypes.Beneath(member.Type).ToSource(context.Aliases);
        bool isNullable = ScalarTypes.IsNullable(member.Type);
        return new(name, PercentEncoding.Encode(name), access, type, isNullable, value, facts);
    }

    private NestedObjectSpec? ParseNestedObject(
        AnnotatedMember member,
        ParameterOptions options,
        MemberAccess? access,
        ImmutableArray<AnnotatedMember> inner,
        string prefix,
        ImmutableArray<ITypeSymbol> path
    )
    {
        ITypeSymbol type = path[path.Length - 1];
        context.Use(type);
        if (_endless.Contains(type) || _endless.Contains(type.OriginalDefinition))
        {
            _notEntered++;
            return null;
        }

        if (NestingRules.IsCycle(path))
        {
            _notEntered++;
            if (path.IndexOf(type, 0, path.Length - 1, SymbolEqualityComparer.Default) < 0)
            {
                // It contains ever different constructions of itself, and so does each of them.
                _endless.Add(type.OriginalDefinition);
            }

            AnnotatedMember root = member.Root ?? member;
            string by = string.Join(" → ", path.Select(static type => type.Name));
            context.Report(SchemaRules.NestingCyclic, root.NameLocation, root.Title, by);
            return null;
        }

        OptionRules.CheckNestedObject(context, member, options);
        string? all = options.Flatten ? prefix : _names.ParsePrefix(member, prefix);
        int before = _notEntered;
        EquatableArray<MemberSpec> members = all is null ? [] : Parse(inner, all, path);
        if (_notEntered > before)
        {
            _endless.Add(type);
        }

        return access is null
            ? null
            : new(access, type.ToSource(context.Aliases), ScalarTypes.MayBeNull(member.Type), members);
    }
}
