using Microsoft.CodeAnalysis.Editing;

namespace ProfileSchema.CodeFixes.Editing;

/// <summary>One way to fix what a rule reports.</summary>
/// <param name="Title">The text of the menu, which names what is edited.</param>
/// <param name="Apply">Edits the document. Edits of other places may have been made by then, and others may follow.</param>
internal sealed record Fix(string Title, Action<SyntaxEditor> Apply)
{
    /// <summary>Gets what is the same for all places to which a fix-all applies the fix.</summary>
    public string EquivalenceKey { get; init; } = Title;
}
