using System.Globalization;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Checks what the constants of an enum are sent as.</summary>
/// <remarks>Reported at the member of the profile, because other profiles can use the enum with other namings and limits.</remarks>
internal sealed class EnumTextRules(ProfileContext context, AnnotatedMember member, INamedTypeSymbol type)
{
    public void Check(List<DeclaredConstant> constants, int maxLength, char? separator)
    {
        var owners = new Dictionary<string, DeclaredConstant>(StringComparer.Ordinal);
        foreach (DeclaredConstant constant in constants)
        {
            string title = $"{type.Name}.{constant.Name}";
            if (Flaw(constant.Text, maxLength, separator) is { } flaw)
            {
                context.Report(SchemaRules.EnumTextUnusable, member.TypeLocation, title, member.Title, flaw);
            }
            else if (owners.TryGetValue(constant.Text, out DeclaredConstant? other))
            {
                string otherTitle = $"{type.Name}.{other.Name}";
                context.Report(
                    SchemaRules.EnumTextRepeated,
                    member.TypeLocation,
                    title,
                    otherTitle,
                    constant.Text,
                    member.Title
                );
            }
            else
            {
                owners.Add(constant.Text, constant);
            }
        }
    }

    private static string? Flaw(string text, int maxLength, char? separator)
    {
        if (text.Length == 0)
        {
            return "an empty value, which isn't sent; specify a non-empty [ProfileValue]";
        }

        if (text.Length > maxLength)
        {
            string limit = maxLength.ToString(CultureInfo.InvariantCulture);
            return $"more than the {limit} characters that the parameter allows; shorten the text or set MaxLength";
        }

        if (!PercentEncoding.IsWellFormed(text))
        {
            return "an unpaired surrogate; use a complete character";
        }

        return separator is { } joining && text.IndexOf(joining) >= 0
            ? $"'{text}', which contains the separator '{joining}'; choose another separator"
            : null;
    }
}
