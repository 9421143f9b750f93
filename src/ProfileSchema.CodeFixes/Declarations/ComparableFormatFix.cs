using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Replaces a number format whose group separators or symbols no audience can compare (VALUE-3).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ComparableFormatFix)), Shared]
public sealed class ComparableFormatFix() : DocumentCodeFix(FormatUncomparable.Id)
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
    /// The same number without what is odd about it: N2 and C2 write what F2 writes, with marks. A percentage or an exponent
    /// is another number, and what a date should look like nobody knows but its author.
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

    /// <summary>Whether a comma stands at the end of the whole digits, where it divides the number by a thousand.</summary>
    private static bool Scales(string format) => format.Split('.')[0].EndsWith(",", StringComparison.Ordinal);
}
