using System.Globalization;

namespace ProfileSchema;

/// <summary>Says in words why a profile was rejected and what to do. Never holds an id or a value (HTTP-2).</summary>
internal static class RejectionText
{
    public static string For(RejectionReason reason, string? profile, string? parameter)
    {
        string subject = (profile, parameter) switch
        {
            (null, null) => "",
            (null, _) => $"'{parameter}': ",
            (_, null) => $"{profile}: ",
            _ => $"{profile}, '{parameter}': ",
        };
        return subject + Describe(reason);
    }

    private static string Describe(RejectionReason reason) =>
        reason switch
        {
            RejectionReason.NoProfile => "the source gave null in place of a profile. Leave nulls out of the source.",
            RejectionReason.KeyMissing =>
                "the key is null, empty or blank, so it is nobody's profile (ID-4). Give the profile its id, or leave it out.",
            RejectionReason.KeyTooLong => Limit(
                $"the customer's id has more than {ProfileLimits.KeyLength} characters (ID-3). Send a shorter id."
            ),
            RejectionReason.KeyIsPathSegment =>
                "the key is '.' or '..', which is no usable id (ID-4). Give the profile another id.",
            RejectionReason.KeyCharacter =>
                "the key holds a '+', a '/' or a control character, which Target does not take (ID-3, ID-4). Send an id without them.",
            RejectionReason.InvalidUnicode =>
                "the text has no UTF-8 form, as with half of a surrogate pair (URL-3). Mend the text where it was cut.",
            RejectionReason.ValueTooLong =>
                "the value has more characters than the parameter allows, and is never cut (VALUE-2). Shorten it before sending.",
            RejectionReason.NotFinite =>
                "the number is NaN or infinite, which no audience can compare (VALUE-3). Send a number, or null for no change.",
            RejectionReason.UndefinedEnumValue =>
                "the enum holds a value that its type does not declare, so there is no name to send. Declare the value, or send null.",
            RejectionReason.SeparatorInElement =>
                "an element holds the separator that joins the elements (VALUE-5). Choose another Separator, or take it out of the element.",
            RejectionReason.NotNormalizable =>
                "the value to be hashed is no e-mail address, or no phone number with a country code. Mend it, or send null.",
            RejectionReason.NotConverted =>
                "the converter gave no text within the length that the parameter allows. Raise MaxLength, or mend the converter.",
            RejectionReason.ProfileTooLarge => Limit(
                $"the encoded profile has more than {ProfileLimits.ProfileBytes:N0} bytes (VALUE-6). Send fewer or shorter parameters."
            ),
            RejectionReason.SingleUpdateTooLarge => Limit(
                $"the profile has more bytes than a single update carries, {ProfileLimits.SinglePostBytes:N0} by POST and {ProfileLimits.SingleGetBytes:N0} by GET (SINGLE-2). Send fewer or shorter parameters, or a batch."
            ),
            RejectionReason.KeyRepeated =>
                "a profile of the same key came before, and each key is wanted once (BATCH-7). Join the two in the source.",
            RejectionReason.SessionKeyTooLong => Limit(
                $"the customer's id has more than the {ProfileLimits.SessionKeyLength} characters that a session update carries (DELIVERY-2). Use a single update."
            ),
            RejectionReason.SessionValueTooLong => Limit(
                $"the value has more than the {ProfileLimits.ValueLength} characters that a session update carries, and is never cut (DELIVERY-2). Shorten it, or use a single update."
            ),
            RejectionReason.SessionTooManyParameters => Limit(
                $"the profile has more than the {ProfileLimits.SessionParameters} values that a session update carries (DELIVERY-2). Send fewer, or use a single update."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason to reject a profile."),
        };

    private static string Limit(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
