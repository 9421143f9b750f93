namespace ProfileSchema;

/// <summary>Marks a type as a visitor profile: the generator makes its <see cref="ProfileContract{T}"/>.</summary>
/// <remarks>
/// The type and every type around it must be <c>partial</c>, and exactly one member must carry
/// <see cref="ProfileKeyAttribute"/>. Only members marked <see cref="ProfileParameterAttribute"/> are sent.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ProfileAttribute : Attribute
{
    /// <summary>
    /// How the names of members, and of enum values, become names on the wire. Omit it to use that of the nearest base
    /// type that sets one, or else camel case.
    /// </summary>
    public ProfileNaming Naming { get; set; } = ProfileNaming.CamelCase;
}
