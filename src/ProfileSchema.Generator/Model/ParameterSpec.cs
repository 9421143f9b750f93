namespace ProfileSchema.Generator.Model;

/// <summary>One parameter of a profile.</summary>
/// <param name="Name">Its name on the wire, with its prefix.</param>
/// <param name="EncodedName">The name, percent-encoded (URL-1).</param>
/// <param name="Type">The member's type from the global namespace; for a nullable value type the type beneath.</param>
/// <param name="IsNullable">Whether it may be null; where nullability is unknown, a reference may.</param>
internal sealed record ParameterSpec(
    string Name,
    string EncodedName,
    MemberAccess Member,
    string Type,
    bool IsNullable,
    ValueSpec Value,
    ParameterFacts Facts
) : MemberSpec
{
    public override IEnumerable<ParameterSpec> Flatten() => [this];
}

/// <summary>The options and the documentation of a parameter, which the contract describes.</summary>
/// <param name="Separator">Null unless the value is joined.</param>
internal sealed record ParameterFacts(
    string? Format,
    HashKind Hash,
    char? Separator,
    string? NullValue,
    int MaxLength,
    string? Summary
)
{
    /// <summary>The default of <c>MaxLength</c> (VALUE-2).</summary>
    public const int UsualMaxLength = 256;
}

/// <summary>The hashes of <c>ProfileHash</c>, with the same values.</summary>
internal enum HashKind
{
    None,
    Sha256,
    Sha256Email,
    Sha256Phone,
}
