using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace ProfileSchema.CodeFixes.Editing;

/// <summary>Mends a document where rules are reported in it: one place, or all of them in one pass.</summary>
public abstract class DocumentCodeFix : CodeFixProvider
{
    private protected DocumentCodeFix(params string[] ids) => FixableDiagnosticIds = ImmutableArray.Create(ids);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(
            async (context, document, diagnostics) =>
                await MendAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken)
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
            foreach (Mend mend in Find(NodeOf(root, diagnostic), diagnostic, model, context.CancellationToken))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        mend.Title,
                        async cancellation =>
                            await MendAsync(
                                    document,
                                    ImmutableArray.Create(diagnostic),
                                    mend.EquivalenceKey,
                                    cancellation
                                )
                                .ConfigureAwait(false),
                        mend.EquivalenceKey
                    ),
                    diagnostic
                );
            }
        }
    }

    /// <summary>The ways to mend what is reported at a node; none if a person has to decide.</summary>
    private protected abstract IEnumerable<Mend> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    );

    private static SyntaxNode NodeOf(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    private async Task<Document> MendAsync(
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
                .FirstOrDefault(mend => mend.EquivalenceKey == equivalenceKey)
                ?.Apply(editor);
        }

        return editor.GetChangedDocument();
    }
}
