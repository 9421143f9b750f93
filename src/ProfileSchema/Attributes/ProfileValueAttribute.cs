namespace ProfileSchema;

/// <summary>Specifies the text to send for an enum value, in place of its converted name.</summary>
/// <param name="value">The text, which must not be empty and must differ from that of the other values.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ProfileValueAttribute(string value) : Attribute
{
    /// <summary>Gets the text to send, before encoding.</summary>
    public string Value { get; } = value;
}
