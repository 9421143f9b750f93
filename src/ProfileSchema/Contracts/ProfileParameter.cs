namespace ProfileSchema;

/// <summary>What a contract tells about one parameter, for messages, tools and documents.</summary>
public sealed class ProfileParameter
{
    private byte[]? _encodedName;

    /// <summary>Describes a parameter.</summary>
    /// <param name="name">
    /// The name on the wire: 1 to 128 characters of valid Unicode, without the prefix <c>profile.</c> (NAME-1, NAME-2).
    /// </param>
    /// <param name="type">The CLR type of the member, or of the value where there is no member.</param>
    /// <exception cref="ArgumentException">The name cannot be sent; the message says why.</exception>
    public ProfileParameter(string name, Type type)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(type);
        if (name.Length > ProfileLimits.NameLength)
        {
            throw new ArgumentException(
                $"A parameter's name has {name.Length} characters; Target takes {ProfileLimits.NameLength} (NAME-2). Shorten it.",
                nameof(name)
            );
        }

        if (name.StartsWith("profile.", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The parameter '{name}' starts with 'profile.', which Target adds itself (NAME-1). Leave it off.",
                nameof(name)
            );
        }

        Name = name;
        Type = type;
    }

    /// <summary>The name on the wire, before encoding.</summary>
    public string Name { get; }

    /// <summary>The CLR type of the member; for a nullable value type the type beneath.</summary>
    public Type Type { get; }

    /// <summary>Whether the member may be null, in which case nothing is sent.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The .NET format string of the value, or null where it round-trips.</summary>
    public string? Format { get; init; }

    /// <summary>What is sent of the value: itself, or its hash.</summary>
    public ProfileHash Hash { get; init; }

    /// <summary>The character that joins the elements, or null if it is no collection (VALUE-5).</summary>
    public char? Separator { get; init; }

    /// <summary>The agreed word that is sent in place of null and of empty, or null if nothing is (VALUE-4).</summary>
    public string? NullValue { get; init; }

    /// <summary>What the summary of the member's documentation says, as plain text, or null if there is none.</summary>
    public string? Summary { get; init; }

    /// <summary>Characters (UTF-16 units) that a value may have before encoding. 256 by default (VALUE-2).</summary>
    public int MaxLength { get; init; } = ProfileLimits.ValueLength;

    /// <summary>The name as it is written to <see cref="ProfileWriter"/>: percent-encoded UTF-8 (URL-1, URL-2).</summary>
    /// <exception cref="InvalidOperationException">The name holds an unpaired surrogate (URL-3).</exception>
    public ReadOnlySpan<byte> EncodedName => _encodedName ??= Encode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static byte[] Encode(string name)
    {
        var encoded = new byte[PercentEncoding.MaxLength(name.Length)];
        if (!PercentEncoding.TryEncode(name, encoded, out int written))
        {
            throw new InvalidOperationException("A parameter's name holds an unpaired surrogate (URL-3).");
        }

        return encoded[..written];
    }
}
