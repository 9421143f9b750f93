using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProfileSchema.Generator.Reuse;

/// <summary>Tells whether two versions of a file differ in nothing but the body of one method.</summary>
/// <remarks>
/// No declaration depends on that of a method, a constructor or an operator. On that of a property one does: whether it speaks
/// of <c>field</c> decides whether there is a field. All around the body has to be the same text, comments among it, since
/// summaries are read of those; so that the same text also means the same, the compiler has to find the body's ends at the
/// same places, and no directive in it that goes on beyond them.
/// </remarks>
internal static class BodyEdit
{
    public static bool LeadsFrom(SyntaxTree before, SyntaxTree after)
    {
        if (before == after)
        {
            return true;
        }

        if (before.FilePath != after.FilePath || !before.Options.Equals(after.Options))
        {
            return false;
        }

        string old = before.ToString();
        string @new = after.ToString();
        int start = CommonStart(old, @new);
        int rest = CommonEnd(old, @new, Math.Min(old.Length, @new.Length) - start);
        if (start == old.Length && start == @new.Length)
        {
            return true;
        }

        return Body(before, TextSpan.FromBounds(start, old.Length - rest)) is { } from
            && Body(after, TextSpan.FromBounds(start, @new.Length - rest)) is { } to
            && from.RawKind == to.RawKind
            && from.SpanStart == to.SpanStart
            && old.Length - from.Span.End == @new.Length - to.Span.End
            && before.IsEquivalentTo(after, topLevel: true);
    }

    /// <summary>The body of the method that a span stands in, unless something in it reaches beyond it.</summary>
    private static SyntaxNode? Body(SyntaxTree tree, TextSpan span)
    {
        SyntaxNode? inner = tree.GetRoot().FindToken(span.Start).Parent;
        SyntaxNode? body = inner?.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } method
            ? (SyntaxNode?)method.Body ?? method.ExpressionBody
            : null;
        return body is { ContainsDirectives: false } && body.Span.Contains(span) ? body : null;
    }

    private static int CommonStart(string left, string right)
    {
        int length = 0;
        while (length < left.Length && length < right.Length && left[length] == right[length])
        {
            length++;
        }

        return length;
    }

    private static int CommonEnd(string left, string right, int limit)
    {
        int length = 0;
        while (length < limit && left[left.Length - 1 - length] == right[right.Length - 1 - length])
        {
            length++;
        }

        return length;
    }
}
