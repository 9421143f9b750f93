using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>
/// Reads the summary of a member as plain text. The compiler provides documentation only if it writes a documentation file, so
/// the summaries of source are read from the comments.
/// </summary>
internal static class SummaryReader
{
    public static string? Read(ISymbol member, CancellationToken cancellation)
    {
        if (member.DeclaringSyntaxReferences is not [var reference, ..])
        {
            return Parse(member.GetDocumentationCommentXml(cancellationToken: cancellation) ?? "", "summary", null);
        }

        return reference.GetSyntax(cancellation) switch
        {
            ParameterSyntax { Parent.Parent: TypeDeclarationSyntax type } positional => Parse(
                Comment(type),
                "param",
                positional.Identifier.ValueText
            ),
            VariableDeclaratorSyntax { Parent.Parent: { } field } => Parse(Comment(field), "summary", null),
            var declaration => Parts(member, declaration, cancellation)
                .Select(static part => Parse(Comment(part), "summary", null))
                .FirstOrDefault(static summary => summary is not null),
        };
    }

    /// <summary>The declarations of a member: a partial property has two, of which the compiler names one.</summary>
    private static IEnumerable<SyntaxNode> Parts(
        ISymbol member,
        SyntaxNode declaration,
        CancellationToken cancellation
    ) =>
        declaration is PropertyDeclarationSyntax property && IsPartial(property)
            ? member
                .ContainingType.DeclaringSyntaxReferences.SelectMany(reference =>
                    reference.GetSyntax(cancellation).ChildNodes().OfType<PropertyDeclarationSyntax>()
                )
                .Where(part => IsPartial(part) && part.Identifier.ValueText == property.Identifier.ValueText)
            : [declaration];

    private static bool IsPartial(PropertyDeclarationSyntax property) =>
        property.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static string Comment(SyntaxNode declaration)
    {
        StringBuilder? xml = null;
        foreach (SyntaxTrivia trivia in declaration.GetLeadingTrivia())
        {
            if (!IsComment(trivia.Kind()))
            {
                continue;
            }

            string text = trivia.ToFullString().TrimStart();
            bool isLine = Begins(text, "///", '/');
            if (isLine || Begins(text, "/**", '*'))
            {
                xml ??= new StringBuilder("<doc>");
                foreach (string line in text.Split('\n'))
                {
                    xml.Append(isLine ? line.TrimStart().TrimStart('/') : line.Trim().Trim('/', '*')).Append('\n');
                }
            }
        }

        return xml?.Append("</doc>").ToString() ?? "";
    }

    /// <summary>Whether a comment is documentation: with one more of the same character it is a plain one.</summary>
    private static bool Begins(string comment, string mark, char more) =>
        comment.StartsWith(mark, StringComparison.Ordinal)
        && (comment.Length == mark.Length || comment[mark.Length] != more);

    /// <summary>Documentation comments are plain comments if the project has documentation turned off.</summary>
    private static bool IsComment(SyntaxKind trivia) =>
        trivia
            is SyntaxKind.SingleLineDocumentationCommentTrivia
                or SyntaxKind.MultiLineDocumentationCommentTrivia
                or SyntaxKind.SingleLineCommentTrivia
                or SyntaxKind.MultiLineCommentTrivia;

    private static string? Parse(string xml, string tag, string? name)
    {
        if (!xml.Contains("<" + tag))
        {
            return null;
        }

        try
        {
            XElement? element = XElement
                .Parse(xml)
                .Descendants(tag)
                .FirstOrDefault(found => name is null || found.Attribute("name")?.Value == name);
            string text = element is null
                ? ""
                : string.Join(" ", Text(element).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return text.Length > 0 && PercentEncoding.IsWellFormed(text) ? text : null;
        }
        catch (XmlException)
        {
            // The compiler reports malformed documentation.
            return null;
        }
    }

    private static string Text(XElement element) =>
        string.Concat(
            element
                .Nodes()
                .Select(static node =>
                    node switch
                    {
                        XText text => text.Value,
                        XElement inner when inner.Attributes().FirstOrDefault() is { } named && inner.IsEmpty =>
                            ShortName(named.Value),
                        XElement inner => Text(inner),
                        _ => "",
                    }
                )
        );

    /// <summary><c>T:Acme.Order</c> is <c>Order</c>, and <c>List{T}</c> is itself.</summary>
    private static string ShortName(string reference)
    {
        int end = reference.IndexOfAny(['{', '(', '`']);
        string head = end < 0 ? reference : reference.Substring(0, end);
        return head.Substring(head.LastIndexOfAny(['.', ':']) + 1);
    }
}
