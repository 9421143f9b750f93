namespace ProfileSchema;

/// <summary>Declares a type as a profile. The source generator writes its <see cref="ProfileContract{T}"/>.</summary>
/// <remarks>
/// The type and its containing types must be <c>partial</c>, and exactly one member must have a
/// <see cref="ProfileKeyAttribute"/>. Only members with a <see cref="ProfileParameterAttribute"/> are sent.
/// </remarks>
/// <example>
/// <code>
/// [Profile]
/// public partial record Member
/// {
///     [ProfileKey(ProfileKeyKind.ThirdPartyId)]
///     public required string MemberId { get; init; }
///
///     [ProfileParameter] // profile.tier
///     public string? Tier { get; init; }
///
///     public string? InternalNote { get; init; } // not annotated: never sent
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ProfileAttribute : Attribute
{
    /// <summary>
    /// Gets or sets how the names of members and of enum values are converted to the names that are sent. Omit it to use the naming of
    /// the nearest base type that sets one, or <see cref="ProfileNaming.CamelCase"/>.
    /// </summary>
    public ProfileNaming Naming { get; set; } = ProfileNaming.CamelCase;
}
