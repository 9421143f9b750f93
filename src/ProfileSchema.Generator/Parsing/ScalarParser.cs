using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>A parsed value that isn't a collection.</summary>
/// <param name="IsScalar">Whether the type has a form as text at all.</param>
/// <param name="Value">That form, or null if a rule forbids it, which is reported.</param>
internal readonly record struct ParsedScalar(bool IsScalar, ValueSpec? Value);

/// <summary>Reads how one value becomes text, be it a member or an element of one.</summary>
internal sealed class ScalarParser(ProfileContext context, EnumParser enums)
{
    public ParsedScalar Parse(AnnotatedMember member, ITypeSymbol type, ParameterOptions options, bool isElement)
    {
        ITypeSymbol beneath = ScalarTypes.Beneath(type);
        if (beneath.FindAttribute(AttributeNames.Converter) is { } converter)
        {
            ConvertedValue? converted = ConverterParser.For(context, converter, type);
            if (converted is null)
            {
                ConverterParser.ReportUnusable(context, member, converter);
            }

            return new ParsedScalar(true, converted);
        }

        context.Use(beneath);
        if (ScalarTypes.KindOf(beneath) is { } kind)
        {
            bool isList = isElement && kind is ScalarKind.Enum && EnumParser.IsFlags(beneath) && options.Format is null;
            return isList ? default : new ParsedScalar(true, Known(member, type, kind, options, isElement));
        }

        if (FormattableTypes.WriterMethod(beneath) is not { } method)
        {
            return default;
        }

        bool isHashed = HashRules.Refuse(context, member, options, beneath);
        bool unwraps = ScalarTypes.MayBeNull(type);
        return new ParsedScalar(true, isHashed ? null : new FormattedValue(method, options.Format, unwraps));
    }

    private ValueSpec? Known(
        AnnotatedMember member,
        ITypeSymbol type,
        ScalarKind kind,
        ParameterOptions options,
        bool isElement
    )
    {
        ITypeSymbol beneath = ScalarTypes.Beneath(type);
        if (!FormatRules.Check(context, member, beneath, kind, options.Format))
        {
            return null;
        }

        if (options.Hash is not HashKind.None)
        {
            return HashRules.Check(context, member, options, beneath, kind) ? Hashed(type, kind, options) : null;
        }

        if (kind is ScalarKind.Enum)
        {
            return Enum(member, (INamedTypeSymbol)beneath, options, isElement);
        }

        bool hasOwnLimit = kind.TakesFormat && options.MaxLength != ParameterFacts.UsualMaxLength;
        bool unwraps = ScalarTypes.IsNullableValue(type);
        return options.Format is null && !kind.FormatsItself && !hasOwnLimit
            ? new PlainValue(kind.TakesLength, unwraps)
            : new FormattedValue(WriterMethods.Formatted, options.Format ?? kind.OwnFormat, unwraps);
    }

    private static HashedValue Hashed(ITypeSymbol type, ScalarKind kind, ParameterOptions options)
    {
        bool isText = kind is ScalarKind.String;
        bool unwraps = !isText && ScalarTypes.MayBeNull(type);
        return new HashedValue(options.Hash, isText, options.Format ?? kind.OwnFormat, unwraps);
    }

    private ValueSpec? Enum(AnnotatedMember member, INamedTypeSymbol type, ParameterOptions options, bool isElement)
    {
        bool asNumber = options.Format is not null;
        if (asNumber || !EnumParser.IsFlags(type))
        {
            return enums.Parse(member, type, asNumber, options.MaxLength, isElement ? options.Separator : null);
        }

        if (!options.Sets(AttributeNames.Separator))
        {
            context.Report(SchemaRules.FlagsWithoutSeparator, member.TypeLocation, member.Title, type.ToMessage());
            return null;
        }

        return SeparatorRules.Check(context, member, options)
            ? enums.ParseFlags(member, type, options.Separator, options.MaxLength)
            : null;
    }
}
