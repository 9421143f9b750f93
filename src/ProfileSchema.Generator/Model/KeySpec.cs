namespace ProfileSchema.Generator.Model;

/// <summary>The key member.</summary>
internal sealed record KeySpec(KeyKind Kind, MemberAccess Member, TypeRef Type, HashKind Hash);

/// <summary>The keys of <c>ProfileKeyKind</c>, with the same values.</summary>
internal enum KeyKind
{
    ThirdPartyId,
    PcId,
}

/// <summary>The type of a value that the writer knows, without its symbol.</summary>
/// <param name="Name">As source, from the global namespace; for a nullable value type the type beneath.</param>
/// <param name="Kind">What the writer takes it for.</param>
/// <param name="IsNullable">Whether it may be null; where nullability is unknown, a reference may.</param>
internal sealed record TypeRef(string Name, ScalarKind Kind, bool IsNullable);
