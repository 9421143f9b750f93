using Microsoft.CodeAnalysis.Editing;

namespace ProfileSchema.CodeFixes.Editing;

/// <summary>One way to mend what a rule reports.</summary>
/// <param name="Title">What the menu says, without names, so that it suits all places of a fix-all.</param>
/// <param name="Apply">Edits the document. Edits of other places may have been made by then, and others may follow.</param>
internal sealed record Mend(string Title, Action<SyntaxEditor> Apply)
{
    /// <summary>Tells that mends of different places are the same mend.</summary>
    public string EquivalenceKey => Title;
}
