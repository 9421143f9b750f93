namespace ProfileSchema;

/// <summary>Describes one parameter of a contract.</summary>
public sealed class ProfileParameter
{
    private byte[]? _encodedName;

    /// <summary>Initializes a parameter.</summary>
    /// <param name="name">
    /// The name that is sent: 1 to 128 characters of valid Unicode, without the prefix <c>profile.</c> (NAME-1, NAME-2).
    /// </param>
    /// <param name="type">The type of the member, or of the value if there is no member.</param>
    /// <exception cref="ArgumentException">The name is empty, too long or begins with <c>profile.</c>.</exception>
    public ProfileParameter(string name, Type type)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(type);
        if (name.Length > ProfileLimits.NameLength)
        {
            throw new ArgumentException(
                $"The parameter name has {name.Length} characters, but the maximum is {ProfileLimits.NameLength}. Shorten it.",
                nameof(name)
            );
        }

        if (name.StartsWith("profile.", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The parameter name '{name}' begins with 'profile.', which Target adds itself. Remove the prefix.",
                nameof(name)
            );
        }

        Name = name;
        Type = type;
    }

    /// <summary>Gets the name that is sent, before encoding.</summary>
    public string Name { get; }

    /// <summary>Gets the type of the member; for a nullable value type, the underlying type.</summary>
    public Type Type { get; }

    /// <summary>Gets a value indicating whether the member may be null. A null value is not sent.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Gets the .NET format string of the value, or null for the default format.</summary>
    public string? Format { get; init; }

    /// <summary>Gets how the value is hashed. The default is <see cref="ProfileHash.None"/>.</summary>
    public ProfileHash Hash { get; init; }

    /// <summary>Gets the character between the elements of a collection, or null if the member is not a collection (VALUE-5).</summary>
    public char? Separator { get; init; }

    /// <summary>Gets the text that is sent in place of a null or empty value, or null to send nothing (VALUE-4).</summary>
    public string? NullValue { get; init; }

    /// <summary>Gets the summary of the member's XML documentation as plain text, or null if there is none.</summary>
    public string? Summary { get; init; }

    /// <summary>Gets the maximum length of a value before encoding, in UTF-16 characters. The default is 256 (VALUE-2).</summary>
    public int MaxLength { get; init; } = ProfileLimits.ValueLength;

    /// <summary>Gets the name as percent-encoded UTF-8, which is what <see cref="ProfileWriter"/> takes (URL-1, URL-2).</summary>
    /// <exception cref="InvalidOperationException">The name contains an unpaired surrogate (URL-3).</exception>
    public ReadOnlySpan<byte> EncodedName => _encodedName ??= Encode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static byte[] Encode(string name)
    {
        var encoded = new byte[PercentEncoding.MaxLength(name.Length)];
        if (!PercentEncoding.TryEncode(name, encoded, out int written))
        {
            throw new InvalidOperationException(
                "The parameter name contains an unpaired surrogate and can't be encoded as UTF-8."
            );
        }

        return encoded[..written];
    }
}
