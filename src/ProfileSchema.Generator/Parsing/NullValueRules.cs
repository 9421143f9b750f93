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
            : IsAlwaysSomething(member.Type, value) ? "is never sent, for the member is never null; make it nullable"
            : null;
        if (flaw is null)
        {
            return true;
        }

        context.Report(NullValueUnusable.Descriptor, options.Location(AttributeNames.NullValue), member.Title, flaw);
        return false;
    }

    /// <summary>Whether no value of the type is null or empty. Text and collections may be empty if they are not null.</summary>
    private static bool IsAlwaysSomething(ITypeSymbol type, ValueSpec value) =>
        !ScalarTypes.MayBeNull(type)
        && ScalarTypes.KindOf(type) is not null
        && value is not (FlagsValue or ConvertedValue);
}
