namespace ProfileSchema;

/// <summary>Why a profile was rejected before it was sent.</summary>
public enum RejectionReason
{
    /// <summary>The profile was not rejected.</summary>
    None = 0,

    /// <summary>The source gave null in place of a profile.</summary>
    NoProfile,

    /// <summary>The key is null, empty or blank (ID-4).</summary>
    KeyMissing,

    /// <summary>The customer's id has more than 256 characters (ID-3).</summary>
    KeyTooLong,

    /// <summary>The key is <c>.</c> or <c>..</c>, which the path of a fetch would swallow (ID-4).</summary>
    KeyIsPathSegment,

    /// <summary>The customer's id holds <c>+</c> or <c>/</c> (ID-3), or a key holds a control character (ID-4).</summary>
    KeyCharacter,

    /// <summary>Text has no UTF-8 form: an unpaired surrogate, or malformed UTF-8 (URL-3).</summary>
    InvalidUnicode,

    /// <summary>A value has more characters than its parameter allows (VALUE-2).</summary>
    ValueTooLong,

    /// <summary>A number is NaN or infinite (VALUE-3).</summary>
    NotFinite,

    /// <summary>An enum value that its type does not declare has no name to send.</summary>
    UndefinedEnumValue,

    /// <summary>An element of a collection holds the separator that joins the elements (VALUE-5).</summary>
    SeparatorInElement,

    /// <summary>A value to be hashed is no e-mail address, or no phone number with a country code.</summary>
    NotNormalizable,

    /// <summary>A converter gave no text within the length that its parameter allows.</summary>
    NotConverted,

    /// <summary>The encoded profile has more than 64,000 bytes (VALUE-6).</summary>
    ProfileTooLarge,

    /// <summary>The profile has more bytes than a single update carries: 60,000 by POST, 8,000 of request target by GET (SINGLE-2).</summary>
    SingleUpdateTooLarge,

    /// <summary>A profile of the same key came before, and the caller wants each key once (BATCH-7).</summary>
    KeyRepeated,

    /// <summary>The customer's id has more than the 128 characters that a session update carries (DELIVERY-2).</summary>
    SessionKeyTooLong,

    /// <summary>
    /// A value has more than the 256 characters that a session update carries, though its parameter allows more elsewhere
    /// (DELIVERY-2).
    /// </summary>
    SessionValueTooLong,

    /// <summary>The profile has more than the 50 values that a session update carries (DELIVERY-2).</summary>
    SessionTooManyParameters,
}
