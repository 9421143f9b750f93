using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Checks the null replacement (VALUE-4).</summary>
internal static class NullValueRules
{
    public static bool Check(
        ProfileContext context,
        AnnotatedMember member,
        ParameterOptions options,
        ValueSpec value,
        EnumParser enums
    )
    {
        if (options.NullValue is not { } word)
        {
            return true;
        }

        string? flaw =
            string.IsNullOrWhiteSpace(word) ? "is empty, and an empty value isn't sent; specify a non-empty text"
            : !PercentEncoding.IsWellFormed(word) ? "contains an unpaired surrogate; use a complete character"
            : word.Length > options.MaxLength ? "is longer than MaxLength; shorten it"
            : value is ListValue or TextListValue or FlagsValue && word.IndexOf(options.Separator) >= 0
                ? $"contains the separator '{options.Separator}'; choose another text"
            : null;
        bool isNeverNull = flaw is null && IsAlwaysSomething(member.Type, value);
        if (isNeverNull)
        {
            flaw = member.Key is null
                ? "is never used, because the member can't be null; make the member nullable"
                : "is never used, because a key can't be null; remove NullValue";
        }

        if (flaw is null)
        {
            CheckEnum(context, member, options, enums, word);
            return true;
        }

        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        context.Report(
            SchemaRules.NullValueUnusable,
            options.Location(AttributeNames.NullValue),
            isNeverNull && member.IsOwn ? properties.Add(SchemaRules.NeverNullProperty, "") : properties,
            member.Title,
            flaw
        );
        return false;
    }

    /// <summary>Reports a null replacement that equals the text of an enum value.</summary>
    private static void CheckEnum(
        ProfileContext context,
        AnnotatedMember member,
        ParameterOptions options,
        EnumParser enums,
        string word
    )
    {
        ITypeSymbol type = ScalarTypes.Beneath(member.Type);
        type = CollectionTypes.Read(type) is { } collection ? ScalarTypes.Beneath(collection.Element) : type;
        if (
            type.TypeKind is TypeKind.Enum
            && enums.NameOf(type, asNumber: options.Format is not null, word) is { } constant
        )
        {
            context.Report(
                SchemaRules.EnumTextRepeated,
                options.Location(AttributeNames.NullValue),
                "null",
                $"{type.Name}.{constant}",
                word,
                member.Title
            );
        }
    }

    /// <summary>Whether no value of the type is null or empty. Strings and collections that aren't null can be empty.</summary>
    private static bool IsAlwaysSomething(ITypeSymbol type, ValueSpec value) =>
        !ScalarTypes.MayBeNull(type)
        && ScalarTypes.KindOf(type) is not null
        && value is not (FlagsValue or ConvertedValue);
}
