namespace ProfileSchema;

/// <summary>Marks a member that is sent to Target as a profile parameter. What is not marked is never sent.</summary>
/// <remarks>
/// Null and empty are the same thing, nothing: an empty value neither sets nor clears what Target holds (VALUE-4).
/// A value of more than 256 characters is rejected, never cut (VALUE-2).
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
    /// </summary>
    public string? Format { get; set; }
}
