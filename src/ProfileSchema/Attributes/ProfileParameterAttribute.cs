namespace ProfileSchema;

/// <summary>Specifies that a member is sent to Target as a profile parameter. Members without this attribute are never sent.</summary>
/// <remarks>
/// <para>
/// Null and empty values are not sent; they neither set nor clear the value in Target (VALUE-4). A value with more characters than
/// <see cref="MaxLength"/> is rejected, never truncated (VALUE-2).
/// </para>
/// <para>
/// If the type of the member has annotated members of its own, those members are sent with the name of this member as their prefix, for
/// example <c>home.city</c> (NAME-4). They are not sent if the nested object is null.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [ProfileParameter] // profile.tier
/// public Tier? Tier { get; init; }
///
/// [ProfileParameter("ltv", Format = "F2")] // profile.ltv
/// public decimal? LifetimeValue { get; init; }
///
/// [ProfileParameter(NullValue = "NONE")] // "NONE" if it is null
/// public string? Store { get; init; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ProfileParameterAttribute : Attribute
{
    /// <summary>Initializes the attribute. The name that is sent is the member's name, converted by the naming of the profile.</summary>
    public ProfileParameterAttribute() { }

    /// <summary>Initializes the attribute with the name that is sent.</summary>
    /// <param name="name">
    /// The name: 1 to 128 characters, without the prefix <c>profile.</c>, which Target adds itself (NAME-1, NAME-2).
    /// </param>
    public ProfileParameterAttribute(string name) => Name = name;

    /// <summary>Gets the name that is sent, or null to convert the member's name by the naming of the profile.</summary>
    public string? Name { get; }

    /// <summary>
    /// Gets or sets the .NET format string of the value, for example <c>F2</c> or <c>yyyy-MM-dd</c>. It is applied with the invariant
    /// culture. Omit it to send numbers in their shortest plain form and dates in ISO 8601. For an enum, <c>D</c> sends the number.
    /// </summary>
    public string? Format { get; set; }

    /// <summary>
    /// Gets or sets the character between the elements of a collection, which must not be a letter or a digit. The default is <c>|</c>
    /// (VALUE-5). Enums with <see cref="FlagsAttribute"/> are sent as a collection and require this option.
    /// </summary>
    public char Separator { get; set; } = '|';

    /// <summary>Gets or sets how the value is hashed, so that the plain value is never sent. The default is <see cref="ProfileHash.None"/> (HASH-1).</summary>
    public ProfileHash Hash { get; set; }

    /// <summary>
    /// Gets or sets the text that is sent in place of a null or empty value, for example <c>NONE</c>, because Target cannot delete a
    /// parameter (VALUE-4). It is not hashed, and it is not sent for members of a nested object that is null.
    /// </summary>
    public string? NullValue { get; set; }

    /// <summary>
    /// Gets or sets the maximum length of the value in UTF-16 characters before encoding; for a collection, of the joined value. The default
    /// is 256, which pages and the Delivery API support. Set more only if no page sends the parameter (VALUE-2).
    /// </summary>
    public int MaxLength { get; set; } = ProfileLimits.ValueLength;

    /// <summary>Gets or sets a value indicating whether the members of a nested object are sent without its name as their prefix.</summary>
    public bool Flatten { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the value is personal data that is meant to be sent in plain text. Set it to suppress rule
    /// PRF027. The default is <see langword="false"/>.
    /// </summary>
    public bool IsPersonalData { get; set; }
}
