using System.Composition;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Spells a name with the characters that audiences can address (NAME-2).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddressableNameFix)), Shared]
public sealed class AddressableNameFix() : DocumentCodeFix(SchemaRules.NameUnaddressable.Id)
{
    private const char FirstLatin = '\u00C0';

    /// <summary>
    /// The letters from À to ſ without their accents. Normalization would find them only where the machine has data of cultures, and
    /// the same fix would give another name on a build server without them.
    /// </summary>
    private const string Latin =
        "AAAAAA_CEEEEIIIIDNOOOOO_OUUUUY__aaaaaa_ceeeeiiiidnooooo_ouuuuy_y"
        + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi__JjKkkLlLlLlL"
        + "lLlNnNnNn_NnOoOoOo__RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            node is LiteralExpressionSyntax literal
            && model.GetConstantValue(literal, cancellation).Value is string name
            && Spell(name) is var spelled
            && !NameRules.HasEmptyPart(spelled)
            && NameRules.Flaw(spelled) is null
            && SystemNames.OwnerOf(spelled) is null
            && spelled.Any(char.IsLetterOrDigit)
        )
        {
            yield return new Fix(
                $"Rename the parameter to '{spelled}'",
                editor => editor.ReplaceNode(literal, AttributeEditing.StringLiteral(spelled).WithTriviaFrom(literal))
            )
            {
                EquivalenceKey = nameof(AddressableNameFix),
            };
        }
    }

    private static string Spell(string name)
    {
        var spelled = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            // An accent that is a character of its own.
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                spelled.Append(Spell(c));
            }
        }

        return spelled.ToString();
    }

    /// <summary>Other characters become an underscore.</summary>
    private static string Spell(char c) =>
        c switch
        {
            _ when SystemNames.Unaddressable(c.ToString()) is null => c.ToString(),
            'ß' => "ss",
            'æ' => "ae",
            'Æ' => "Ae",
            'œ' => "oe",
            'Œ' => "Oe",
            'þ' => "th",
            'Þ' => "Th",
            >= FirstLatin and < (char)(FirstLatin + 192) => Latin[c - FirstLatin].ToString(),
            _ => "_",
        };
}
