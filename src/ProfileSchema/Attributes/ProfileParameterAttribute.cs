namespace ProfileSchema;

/// <summary>Marks a member that is sent to Target as a profile parameter. What is not marked is never sent.</summary>
/// <remarks>
/// <para>
/// Null and empty are the same thing, nothing: an empty value neither sets nor clears what Target holds (VALUE-4).
/// A value of more characters than <see cref="MaxLength"/> is rejected, never cut (VALUE-2).
/// </para>
/// <para>
/// A member whose type has marked members itself is a branch: each of them is sent under both names, joined by a dot, such
/// as <c>home.city</c> (NAME-4). While a branch is null, nothing of it is sent.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ProfileParameterAttribute : Attribute
{
    /// <summary>Sends the member under its own name, put through the naming of the profile.</summary>
    public ProfileParameterAttribute() { }

    /// <summary>Sends the member under a name of your choice, as it stands.</summary>
    /// <param name="name">
    /// 1 to 128 characters, without the prefix <c>profile.</c>, which Target adds itself (NAME-1, NAME-2).
    /// </param>
    public ProfileParameterAttribute(string name) => Name = name;

    /// <summary>The name on the wire, or null for the member's name under the naming of the profile.</summary>
    public string? Name { get; }

    /// <summary>
    /// A .NET format string for the value, for example <c>F2</c> or <c>yyyy-MM-dd</c>, always applied with the
    /// invariant culture. Without one, values round-trip: numbers in their shortest plain form, dates in ISO 8601.
    /// An enum takes <c>D</c>, for its number.
    /// </summary>
    public string? Format { get; set; }

    /// <summary>
    /// The character between the elements of a collection, neither a letter nor a digit (VALUE-5). <c>|</c> by default;
    /// an enum with <see cref="FlagsAttribute"/> is sent as a collection too, and needs it said.
    /// </summary>
    public char Separator { get; set; } = '|';

    /// <summary>How the value is hashed, so that the clear value is never sent. Not by default (HASH-1).</summary>
    public ProfileHash Hash { get; set; }

    /// <summary>
    /// An agreed word that is sent in place of null and of empty, for example <c>NONE</c>: Target has no other way to tell
    /// that a value is gone (VALUE-4). It is not hashed, and not sent for a member of a branch that is null.
    /// </summary>
    public string? NullValue { get; set; }

    /// <summary>
    /// Characters (UTF-16 units) that the value may have before encoding, joined if it is a collection. 256 by default,
    /// which is what a page and the Delivery API carry; it may be more if no page sends the parameter (VALUE-2).
    /// </summary>
    public int MaxLength { get; set; } = ProfileLimits.ValueLength;

    /// <summary>Sends the members of a branch under their own names, without the name of the branch.</summary>
    public bool Flatten { get; set; }

    /// <summary>
    /// Says that the value is personal data and is sent in the clear on purpose, which quietens the rule that asks.
    /// </summary>
    public bool IsPersonalData { get; set; }
}
