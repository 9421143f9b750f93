namespace ProfileSchema;

/// <summary>Specifies how a value is hashed, so that the plain value is never sent.</summary>
/// <remarks>
/// A hash without a secret is still personal data: the hash of an e-mail address or a phone number can be found by trying all of them
/// (HASH-1).
/// </remarks>
public enum ProfileHash
{
    /// <summary>The value is not hashed.</summary>
    None = 0,

    /// <summary>The SHA-256 of the value's UTF-8 bytes, as 64 lowercase hexadecimal digits. The value is not normalized.</summary>
    Sha256,

    /// <summary>
    /// The SHA-256 of an e-mail address, after white space around it is removed and it is converted to lowercase. A value without an
    /// <c>@</c> between other characters is rejected.
    /// </summary>
    Sha256Email,

    /// <summary>
    /// The SHA-256 of a phone number in E.164 form: <c>+</c> and 8 to 15 digits. Spaces, hyphens, dots, slashes, parentheses and a trunk
    /// prefix in parentheses, <c>(0)</c>, are removed; a leading <c>00</c> becomes <c>+</c>. A number without a country code is rejected.
    /// </summary>
    Sha256Phone,
}
