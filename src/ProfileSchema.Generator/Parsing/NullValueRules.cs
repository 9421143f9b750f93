using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Checks the word that is sent in place of nothing (VALUE-4).</summary>
internal static class NullValueRules
{
    public static bool Check(ProfileContext context, MarkedMember member, ParameterOptions options, ValueSpec value)
    {
        if (options.NullValue is not { } word)
        {
            return true;
        }

        string? flaw =
            string.IsNullOrWhiteSpace(word) ? "is empty, and an empty value changes nothing; give it a word"
            : !PercentEncoding.IsWellFormed(word)
                ? "holds half of a surrogate pair, which has no UTF-8 form; write the whole character"
            : word.Length > options.MaxLength ? "is longer than a value of the parameter may be; shorten it"
            : null;
        bool isNeverNull = flaw is null && IsAlwaysSomething(member.Type, value);
        if (isNeverNull)
        {
            flaw = member.Key is null
                ? "is never sent, for the member is never null; make it nullable"
                : "is never sent, for a key is never null; leave it off";
        }

        if (flaw is null)
        {
            return true;
        }

        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        context.Report(
            NullValueUnusable.Descriptor,
            options.Location(AttributeNames.NullValue),
            isNeverNull && member.IsOwn ? properties.Add(NullValueUnusable.NeverNullProperty, "") : properties,
            member.Title,
            flaw
        );
        return false;
    }

    /// <summary>Whether no value of the type is null or empty. Text and collections may be empty if they are not null.</summary>
    private static bool IsAlwaysSomething(ITypeSymbol type, ValueSpec value) =>
        !ScalarTypes.MayBeNull(type)
        && ScalarTypes.KindOf(type) is not null
        && value is not (FlagsValue or ConvertedValue);
}
