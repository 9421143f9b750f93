namespace ProfileSchema;

/// <summary>Marks the member that says whose profile this is. A profile has exactly one.</summary>
/// <remarks>
/// The member is a <see cref="string"/>, a <see cref="Guid"/> or an integer. A profile whose key is empty, blank,
/// <c>.</c> or <c>..</c>, or holds a control character, is rejected before sending; so is a customer's id of more than
/// 256 characters, or with a <c>+</c> or a <c>/</c> (ID-3, ID-4).
/// </remarks>
/// <param name="kind">Which of Target's two keys the member holds.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ProfileKeyAttribute(ProfileKeyKind kind) : Attribute
{
    /// <summary>Which of Target's two keys the member holds.</summary>
    public ProfileKeyKind Kind { get; } = kind;

    /// <summary>How the key is hashed, so that the clear key is never sent. Not by default (HASH-1).</summary>
    public ProfileHash Hash { get; set; }

    /// <summary>Says that the key is personal data and is sent in the clear on purpose, which quietens the rule that asks.</summary>
    public bool IsPersonalData { get; set; }
}
