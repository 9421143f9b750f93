namespace ProfileSchema;

/// <summary>How a value is hashed before it is written, so that the clear value never leaves the writer.</summary>
/// <remarks>
/// Without a secret, the hash of an e-mail address or a phone number can be found by trying them all: it is still
/// personal data (HASH-1).
/// </remarks>
public enum ProfileHash
{
    /// <summary>The value is sent as it is.</summary>
    None = 0,

    /// <summary>Lower-case hex of the SHA-256 of the value's UTF-8 bytes, without any normalisation: 64 characters.</summary>
    Sha256,

    /// <summary>
    /// As <see cref="Sha256"/>, of an e-mail address without surrounding white space and in lower case. A value that has
    /// no <c>@</c> between other characters is rejected.
    /// </summary>
    Sha256Email,

    /// <summary>
    /// As <see cref="Sha256"/>, of a phone number in the form of E.164: <c>+</c> and 8 to 15 digits. Spaces, hyphens, dots,
    /// slashes and parentheses are removed, and so is <c>(0)</c>, the zero that is dialled within a country only; a leading
    /// <c>00</c> is a <c>+</c>. A number without a country code is rejected.
    /// </summary>
    Sha256Phone,
}
