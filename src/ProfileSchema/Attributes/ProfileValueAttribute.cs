namespace ProfileSchema;

/// <summary>Says as what a member of an enum is sent, in place of its name under the naming of the profile.</summary>
/// <param name="value">The value on the wire, as it stands. Not empty, and different from those of the other members.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ProfileValueAttribute(string value) : Attribute
{
    /// <summary>The value on the wire, before encoding.</summary>
    public string Value { get; } = value;
}
