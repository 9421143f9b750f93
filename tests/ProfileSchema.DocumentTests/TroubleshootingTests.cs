using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProfileSchema.DocumentTests;

/// <summary>What the troubleshooting guide quotes is what the code says.</summary>
public sealed partial class TroubleshootingTests
{
    private const string Hole = "…";

    private static readonly string Guide = File.ReadAllText(
        Path.Combine(Page.Root, "docs", "how-to", "troubleshooting.md")
    );

    [Fact]
    public void Each_message_that_the_guide_quotes_is_in_the_source()
    {
        string[] quoted = [.. Quoted().Matches(Guide).Select(match => match.Groups["message"].Value)];
        string said = string.Join('\n', Messages());

        Assert.True(quoted.Length > 20, string.Join('\n', quoted));
        Assert.All(quoted, message => Assert.Contains(message, said, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_exit_code_of_the_source_is_in_the_guide()
    {
        string codes = File.ReadAllText(Path.Combine(Page.Root, "src", "ProfileSchema.Tool", "ExitCode.cs"));
        string[] numbers = [.. ExitCode().Matches(codes).Select(match => match.Groups["number"].Value)];
        string table = Guide[Guide.IndexOf("## Exit codes of the CLI", StringComparison.Ordinal)..];

        string[] documented = [.. ExitCodeRow().Matches(table).Select(match => match.Groups["number"].Value)];

        Assert.NotEmpty(numbers);
        Assert.Equal(numbers, documented);
    }

    /// <summary>The texts of the sources, put together as the compiler does, with a mark for what varies.</summary>
    private static IEnumerable<string> Messages() =>
        from file in Directory.EnumerateFiles(Path.Combine(Page.Root, "src"), "*.cs", SearchOption.AllDirectories)
        let root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot()
        from node in root.DescendantNodes(node => !IsText(node))
        where IsText(node)
        select Text((ExpressionSyntax)node);

    private static bool IsText(SyntaxNode node) =>
        node switch
        {
            LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
            InterpolatedStringExpressionSyntax => true,
            BinaryExpressionSyntax sum => sum.IsKind(SyntaxKind.AddExpression)
                && (IsText(sum.Left) || IsText(sum.Right)),
            _ => false,
        };

    private static string Text(ExpressionSyntax node) =>
        node switch
        {
            LiteralExpressionSyntax literal when IsText(literal) => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax interpolated => string.Concat(
                interpolated.Contents.Select(part =>
                    part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : Hole
                )
            ),
            BinaryExpressionSyntax sum when IsText(sum) => Text(sum.Left) + Text(sum.Right),
            _ => Hole,
        };

    /// <summary>A message is a heading of its own, or the first field of a row of the table of rejections.</summary>
    [GeneratedRegex(
        @"^(?:### |\| )`(?<message>(?:[a-z]|[A-Z][a-z' ])[^`]* [^`]*)`",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(@"const int \w+ = (?<number>\d+);", RegexOptions.CultureInvariant)]
    private static partial Regex ExitCode();

    [GeneratedRegex(@"^\| (?<number>\d+) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ExitCodeRow();
}
