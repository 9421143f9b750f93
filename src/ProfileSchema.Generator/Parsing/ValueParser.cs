using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads how the value of a parameter becomes text: by itself, or element by element.</summary>
internal sealed class ValueParser(ProfileContext context, ScalarParser scalars)
{
    /// <summary>How the value is written, or null if it can't be, which is reported.</summary>
    public ValueSpec? Parse(AnnotatedMember member, ParameterOptions options)
    {
        ITypeSymbol type = ScalarTypes.Beneath(member.Type);
        AttributeData? converter = member.Converter;

        // A string is a collection of characters too, which only matters for a converter.
        bool isWhole = converter is null && ScalarTypes.KindOf(type) is not null;
        CollectionType? collection = isWhole ? null : CollectionTypes.Read(type);
        if (ScalarTypes.IsUnknown(type) || (collection is not null && ScalarTypes.IsUnknown(collection.Element)))
        {
            context.LeaveToCompiler();
            return null;
        }

        context.Use(collection is null ? null : type);
        if (converter is not null)
        {
            return ParseConverted(member, options, collection, converter);
        }

        ParsedScalar scalar = scalars.Parse(member, member.Type, options, isElement: false);
        if (scalar.IsScalar)
        {
            return scalar.Value;
        }

        ParsedScalar element = collection is null
            ? default
            : scalars.Parse(member, collection.Element, options, isElement: true);
        if (!element.IsScalar)
        {
            string title = member.Type.ToMessage();
            context.Report(SchemaRules.ParameterTypeUnsupported, member.TypeLocation, member.Title, title);
            return null;
        }

        return element.Value is { } value ? Join(member, options, collection!, value) : null;
    }

    private ValueSpec? ParseConverted(
        AnnotatedMember member,
        ParameterOptions options,
        CollectionType? collection,
        AttributeData converter
    )
    {
        if (ConverterParser.For(context, converter, member.Type) is { } whole)
        {
            return whole;
        }

        if (collection is not null && ConverterParser.For(context, converter, collection.Element) is { } element)
        {
            return Join(member, options, collection, element);
        }

        ConverterParser.ReportUnusable(context, member, converter);
        return null;
    }

    private string CastTo(ITypeSymbol element)
    {
        string type = element.ToSource(context.Aliases) + (element.IsReferenceType ? "?" : "");
        return $"global::System.Collections.Generic.IEnumerable<{type}>";
    }

    private ValueSpec? Join(
        AnnotatedMember member,
        ParameterOptions options,
        CollectionType collection,
        ValueSpec element
    )
    {
        string? text =
            element is PlainValue or FormattedValue && ScalarTypes.KindOf(collection.Element) is { } kind
                ? FormatSamples.Text(kind, options.Format)
                : null;
        if (!SeparatorRules.Check(context, member, options, text))
        {
            return null;
        }

        ITypeSymbol type = ScalarTypes.Beneath(member.Type);
        string separator = PercentEncoding.Encode(options.Separator.ToString());
        bool isArray = type is IArrayTypeSymbol;
        bool writerReads =
            isArray || type.TypeKind is TypeKind.Interface || collection.Access is CollectionAccess.ListMemory;
        if (element is PlainValue && collection.Element.SpecialType is SpecialType.System_String && writerReads)
        {
            return new TextListValue(separator, Cast: isArray);
        }

        return new ListValue(
            element,
            separator,
            collection.Access,
            collection.NeedsCast ? CastTo(collection.Element) : null,
            CollectionTypes.MayBeImmutableArray(type)
                ? $"global::System.Collections.Immutable.ImmutableArray<{collection.Element.ToSource(context.Aliases)}>"
                : null,
            Unwraps: ScalarTypes.MayBeNull(member.Type)
        );
    }
}
