namespace ProfileSchema.Generator.Model;

/// <summary>The key member.</summary>
internal sealed record KeySpec(KeyKind Kind, MemberAccess Member, TypeRef Type, HashKind Hash);

/// <summary>The keys of <c>ProfileKeyKind</c>, with the same values.</summary>
internal enum KeyKind
{
    ThirdPartyId,
    PcId,
}
