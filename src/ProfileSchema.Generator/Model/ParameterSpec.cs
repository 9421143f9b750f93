namespace ProfileSchema.Generator.Model;

/// <summary>One parameter of a profile.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="EncodedName">The name, percent-encoded (URL-1).</param>
/// <param name="Format">The format that its attribute asks for, which the contract tells as it stands.</param>
internal sealed record ParameterSpec(
    string Name,
    string EncodedName,
    MemberAccess Member,
    TypeRef Type,
    string? Format,
    ValueSpec Value
);
