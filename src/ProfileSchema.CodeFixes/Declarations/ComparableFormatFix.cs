using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Replaces a number format with group separators or symbols, which audiences can't compare (VALUE-3).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ComparableFormatFix)), Shared]
public sealed class ComparableFormatFix() : DocumentCodeFix(SchemaRules.FormatUncomparable.Id)
{
    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            node is LiteralExpressionSyntax literal
            && model.GetConstantValue(literal, cancellation).Value is string format
            && Plain(format) is { } plain
        )
        {
            yield return new Fix(
                $"Use format '{plain}'",
                editor => editor.ReplaceNode(literal, AttributeEditing.StringLiteral(plain).WithTriviaFrom(literal))
            )
            {
                EquivalenceKey = nameof(ComparableFormatFix),
            };
        }
    }

    /// <summary>
    /// The format of the same number without separators and symbols: N2 and C2 write what F2 writes. A percentage or an exponent
    /// is another number, and only the author knows how a date should look.
    /// </summary>
    private static string? Plain(string format) =>
        format switch
        {
            ['N' or 'n' or 'C' or 'c'] => "F2",
            ['N' or 'n' or 'C' or 'c', .. var digits] when digits.All(static c => c is >= '0' and <= '9') => "F"
                + digits,
            _ when format.All(static c => c is '#' or '0' or ',' or '.') && format.Contains("0") && !Scales(format) =>
                format.Replace(",", "").TrimStart('#'),
            _ => null,
        };

    /// <summary>Whether a comma is at the end of the integer digits, where it divides the number by 1,000.</summary>
    private static bool Scales(string format) => format.Split('.')[0].EndsWith(",", StringComparison.Ordinal);
}
