using System.Collections.Immutable;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads the members marked <c>[ProfileParameter]</c>. Everything wrong with a member is said at once.</summary>
internal static class ParameterParser
{
    public static EquatableArray<ParameterSpec> ParseAll(
        ProfileContext context,
        ImmutableArray<MarkedMember> members,
        EnumParser enums
    )
    {
        var names = new ParameterNameParser(context, enums.Naming);
        var parameters = new List<ParameterSpec>();
        foreach (MarkedMember member in members)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (member.Parameter is null)
            {
                continue;
            }

            MemberAccess? access = MemberAccessParser.Parse(context, member);
            string? name = names.Parse(member);
            string? format = Format(member);
            TypeRef? type = ParseType(context, member);
            ValueSpec? value = type is null ? null : ParseValue(context, member, type, format, enums);
            if (access is not null && name is not null && type is not null && value is not null)
            {
                parameters.Add(new(name, PercentEncoding.Encode(name), access, type, format, value));
            }
        }

        return [.. parameters];
    }

    /// <summary>An empty format means to .NET what none means.</summary>
    private static string? Format(MarkedMember member) =>
        member.Parameter!.Property(AttributeNames.Format) is string { Length: > 0 } format ? format : null;

    private static TypeRef? ParseType(ProfileContext context, MarkedMember member)
    {
        if (ScalarTypes.IsUnknown(member.Type))
        {
            context.LeaveToCompiler();
            return null;
        }

        if (ScalarTypes.Read(member.Type) is { } type)
        {
            return type;
        }

        context.Report(ParameterTypeUnsupported.Descriptor, member.TypeLocation, member.Title, member.Type.ToMessage());
        return null;
    }

    private static ValueSpec? ParseValue(
        ProfileContext context,
        MarkedMember member,
        TypeRef type,
        string? format,
        EnumParser enums
    )
    {
        if (type.Kind is ScalarKind.Enum && (format is null or "D" or "d"))
        {
            return enums.Parse(ScalarTypes.Beneath(member.Type), asNumber: format is not null);
        }

        if (format is null)
        {
            return type.Kind.FormatsItself ? new FormattedValue(null) : new PlainValue();
        }

        if (type.Kind.TakesFormat)
        {
            return new FormattedValue(format);
        }

        string advice =
            type.Kind is ScalarKind.Enum
                ? "use \"D\" for the number, or no format for the name"
                : "leave the format off";
        context.Report(
            FormatUnusable.Descriptor,
            member.ArgumentLocation(member.Parameter, AttributeNames.Format),
            member.Title,
            ScalarTypes.Beneath(member.Type).ToMessage(),
            format,
            advice
        );
        return null;
    }
}
