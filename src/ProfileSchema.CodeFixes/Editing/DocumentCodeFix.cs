using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace ProfileSchema.CodeFixes.Editing;

/// <summary>Fixes a document where rules are reported in it: one place, or all of them in one pass.</summary>
public abstract class DocumentCodeFix : CodeFixProvider
{
    private protected DocumentCodeFix(params string[] ids) => FixableDiagnosticIds = ImmutableArray.Create(ids);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(
            async (context, document, diagnostics) =>
                await FixAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken)
                    .ConfigureAwait(false)
        );

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        if (
            await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
        )
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Fix fix in Find(NodeOf(root, diagnostic), diagnostic, model, context.CancellationToken))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        fix.Title,
                        async cancellation =>
                            await FixAsync(
                                    document,
                                    ImmutableArray.Create(diagnostic),
                                    fix.EquivalenceKey,
                                    cancellation
                                )
                                .ConfigureAwait(false),
                        fix.EquivalenceKey
                    ),
                    diagnostic
                );
            }
        }
    }

    /// <summary>The ways to fix what is reported at a node; none if a developer has to decide.</summary>
    private protected abstract IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    );

    private static SyntaxNode NodeOf(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    private async Task<Document> FixAsync(
        Document document,
        ImmutableArray<Diagnostic> diagnostics,
        string? equivalenceKey,
        CancellationToken cancellation
    )
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(static d => d.Location.SourceSpan.Start))
        {
            SyntaxNode node = NodeOf(editor.OriginalRoot, diagnostic);
            Find(node, diagnostic, editor.SemanticModel, cancellation)
                .FirstOrDefault(fix => fix.EquivalenceKey == equivalenceKey)
                ?.Apply(editor);
        }

        return editor.GetChangedDocument();
    }
}
