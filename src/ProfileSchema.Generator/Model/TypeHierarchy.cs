namespace ProfileSchema.Generator.Model;

/// <summary>The namespace and the types that lead to a profile; gives both the declarations and the name of the file.</summary>
/// <param name="Namespace">As written in source, or empty for the global one.</param>
/// <param name="Declarations">The containing types, outermost first, then the profile itself.</param>
/// <param name="MetadataName">The profile's full metadata name, such as <c>Acme.Outer`1+Member</c>.</param>
internal sealed record TypeHierarchy(
    string Namespace,
    EquatableArray<TypeDeclaration> Declarations,
    string MetadataName
)
{
    /// <summary>The profile's own name, without its type parameters.</summary>
    public string Name => Declarations[Declarations.Count - 1].Name;

    /// <summary>The same, escaped.</summary>
    public string SourceName => Identifiers.Escape(Name);
}

/// <summary>A partial declaration.</summary>
/// <param name="Keyword">Such as <c>record struct</c>.</param>
/// <param name="Name">The bare name.</param>
/// <param name="Source">The name as source, escaped and with its type parameters.</param>
internal sealed record TypeDeclaration(string Keyword, string Name, string Source);
