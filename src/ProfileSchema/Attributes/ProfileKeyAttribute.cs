namespace ProfileSchema;

/// <summary>Specifies the member that identifies the customer or visitor. A profile has exactly one.</summary>
/// <remarks>
/// The member must be a <see cref="string"/>, a <see cref="Guid"/> or an integer that is not nullable. Profiles are rejected before sending if the key
/// is empty, white space, <c>.</c> or <c>..</c>, or contains a control character; a third-party ID must not have more than 256 characters or
/// contain <c>+</c> or <c>/</c> (ID-3, ID-4).
/// </remarks>
/// <example>
/// <code>
/// [ProfileKey(ProfileKeyKind.ThirdPartyId)]
/// public required string MemberId { get; init; }
/// </code>
/// </example>
/// <param name="kind">The kind of key that the member contains.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ProfileKeyAttribute(ProfileKeyKind kind) : Attribute
{
    /// <summary>Gets the kind of key that the member contains.</summary>
    public ProfileKeyKind Kind { get; } = kind;

    /// <summary>Gets or sets how the key is hashed, so that the plain key is never sent. The default is <see cref="ProfileHash.None"/> (HASH-1).</summary>
    public ProfileHash Hash { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the key is personal data that is meant to be sent in plain text. Set it to suppress rule
    /// PRF027. The default is <see langword="false"/>.
    /// </summary>
    public bool IsPersonalData { get; set; }
}
