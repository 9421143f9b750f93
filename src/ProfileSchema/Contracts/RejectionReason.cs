namespace ProfileSchema;

/// <summary>Specifies why a profile was rejected before it was sent.</summary>
public enum RejectionReason
{
    /// <summary>The profile was not rejected.</summary>
    None = 0,

    /// <summary>The source returned null in place of a profile.</summary>
    NoProfile,

    /// <summary>The key is null, empty or white space (ID-4).</summary>
    KeyMissing,

    /// <summary>The third-party ID has more than 256 characters (ID-3).</summary>
    KeyTooLong,

    /// <summary>The key is <c>.</c> or <c>..</c>, which the URL of a fetch cannot contain (ID-4).</summary>
    KeyIsPathSegment,

    /// <summary>The third-party ID contains <c>+</c> or <c>/</c> (ID-3), or the key contains a control character (ID-4).</summary>
    KeyCharacter,

    /// <summary>The text contains an unpaired surrogate, or a converter wrote malformed UTF-8 (URL-3).</summary>
    InvalidUnicode,

    /// <summary>The value has more characters than the parameter allows (VALUE-2).</summary>
    ValueTooLong,

    /// <summary>The number is NaN or infinite (VALUE-3).</summary>
    NotFinite,

    /// <summary>The enum value is not declared by its type, so it has no name to send.</summary>
    UndefinedEnumValue,

    /// <summary>An element of the collection contains the separator (VALUE-5).</summary>
    SeparatorInElement,

    /// <summary>The value to hash is not a valid e-mail address, or not a phone number with a country code.</summary>
    NotNormalizable,

    /// <summary>The converter did not return text within the maximum length of the parameter.</summary>
    NotConverted,

    /// <summary>The encoded profile has more than 64,000 bytes (VALUE-6).</summary>
    ProfileTooLarge,

    /// <summary>The profile is too large for a single update: more than 60,000 bytes (SINGLE-2).</summary>
    SingleUpdateTooLarge,

    /// <summary>An earlier profile has the same key, and duplicate keys are rejected (BATCH-7).</summary>
    KeyRepeated,

    /// <summary>The third-party ID has more than the 128 characters that a session update can carry (DELIVERY-2).</summary>
    SessionKeyTooLong,

    /// <summary>
    /// The value has more than the 256 characters that a session update can carry, although its parameter allows more elsewhere
    /// (DELIVERY-2).
    /// </summary>
    SessionValueTooLong,

    /// <summary>The profile has more than the 50 values that a session update can carry (DELIVERY-2).</summary>
    SessionTooManyParameters,
}
