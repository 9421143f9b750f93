using System.Globalization;

namespace ProfileSchema;

/// <summary>Returns the message for a rejected profile. It never contains an ID or a value (HTTP-2).</summary>
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
            RejectionReason.NoProfile =>
                "the source returned null in place of a profile. Remove nulls from the source.",
            RejectionReason.KeyMissing => "the key is null, empty, or white space. Set the key or exclude the profile.",
            RejectionReason.KeyTooLong => Limit(
                $"the key has more than {ProfileLimits.KeyLength} characters. Use a shorter ID."
            ),
            RejectionReason.KeyIsPathSegment => "the key is '.' or '..', which isn't a usable ID. Use another ID.",
            RejectionReason.KeyCharacter =>
                "the key contains '+', '/', or a control character, which Target doesn't support. Use an ID without them.",
            RejectionReason.InvalidUnicode =>
                "the text contains an unpaired surrogate and can't be encoded as UTF-8. Fix the code that truncates it.",
            RejectionReason.ValueTooLong =>
                "the value has more characters than the parameter allows. Shorten it or raise MaxLength.",
            RejectionReason.NotFinite =>
                "the number is NaN or infinite, which audiences can't compare. Send a finite number or null.",
            RejectionReason.UndefinedEnumValue =>
                "the enum value isn't declared by its type and has no name to send. Declare the value or send null.",
            RejectionReason.SeparatorInElement =>
                "an element contains the separator. Set another Separator or remove the character from the element.",
            RejectionReason.NotNormalizable =>
                "the value isn't a valid e-mail address or a phone number with a country code. Correct it or set it to null.",
            RejectionReason.NotConverted =>
                "the converter didn't return text within the maximum length of the parameter. Raise MaxLength or fix the converter.",
            RejectionReason.ProfileTooLarge => Limit(
                $"the encoded profile has more than {ProfileLimits.ProfileBytes:N0} bytes. Send fewer or shorter parameters."
            ),
            RejectionReason.SingleUpdateTooLarge => Limit(
                $"the profile is too large for a single update ({ProfileLimits.SinglePostBytes:N0} bytes). Send fewer or shorter parameters, or use a bulk update."
            ),
            RejectionReason.KeyRepeated => "an earlier profile has the same key. Merge the two in the source.",
            RejectionReason.SessionKeyTooLong => Limit(
                $"the key has more than the {ProfileLimits.SessionKeyLength} characters that a session update can carry. Use a single update."
            ),
            RejectionReason.SessionValueTooLong => Limit(
                $"the value has more than the {ProfileLimits.ValueLength} characters that a session update can carry. Shorten it or use a single update."
            ),
            RejectionReason.SessionTooManyParameters => Limit(
                $"the profile has more than the {ProfileLimits.SessionParameters} values that a session update can carry. Send fewer or use a single update."
            ),
            _ => throw new ArgumentOutOfRangeException(
                nameof(reason),
                reason,
                "The value is not a reason for a rejection."
            ),
        };

    private static string Limit(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
