using System.Buffers;
using System.Text;

namespace ProfileSchema;

/// <summary>Validates keys by the rules for updates, batches and fetches (ID-3, ID-4).</summary>
public static class ProfileKeyRules
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(ControlCharacters());
    private static readonly SearchValues<char> ControlsPlusAndSlash = SearchValues.Create(ControlCharacters() + "+/");

    /// <summary>Returns the reason why a key is invalid, or <see cref="RejectionReason.None"/> if it is valid.</summary>
    /// <param name="kind">The kind of key. The length and the characters of a third-party ID are limited.</param>
    /// <param name="key">The key, before encoding.</param>
    public static RejectionReason Check(ProfileKeyKind kind, ReadOnlySpan<char> key)
    {
        RejectionReason reason = CheckForm(kind, key);
        return reason is RejectionReason.None && !PercentEncoding.IsWellFormed(key)
            ? RejectionReason.InvalidUnicode
            : reason;
    }

    /// <summary>The check without that for unpaired surrogates, which the writer finds while it encodes.</summary>
    internal static RejectionReason CheckForm(ProfileKeyKind kind, ReadOnlySpan<char> key)
    {
        if (key.IsEmpty || (char.IsWhiteSpace(key[0]) && key.IsWhiteSpace()))
        {
            return RejectionReason.KeyMissing;
        }

        bool isCustomerId = kind is ProfileKeyKind.ThirdPartyId;
        if (isCustomerId && key.Length > ProfileLimits.KeyLength)
        {
            return RejectionReason.KeyTooLong;
        }

        if (key is "." or "..")
        {
            return RejectionReason.KeyIsPathSegment;
        }

        return key.ContainsAny(isCustomerId ? ControlsPlusAndSlash : Controls)
            ? RejectionReason.KeyCharacter
            : RejectionReason.None;
    }

    private static string ControlCharacters()
    {
        var controls = new StringBuilder();
        for (char c = '\0'; c <= '\u009f'; c++)
        {
            if (char.IsControl(c))
            {
                controls.Append(c);
            }
        }

        return controls.ToString();
    }
}
