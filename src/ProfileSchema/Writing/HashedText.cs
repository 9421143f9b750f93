using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace ProfileSchema;

/// <summary>The SHA-256 of text as lowercase hexadecimal digits, after the normalisation that its kind asks for.</summary>
internal static class HashedText
{
    private const int StackLength = 256;
    private const int MinPhoneDigits = 8;
    private const int MaxPhoneDigits = 15;

    /// <summary>A zero that is dialled within the country only, and is no part of the number.</summary>
    private const string NationalPrefix = "(0)";

    private static readonly SearchValues<char> PhonePunctuation = SearchValues.Create(" -./()\u00A0\u2010\u2011\u202F");

    /// <summary>Writes 64 hexadecimal digits, or returns why the text cannot be hashed.</summary>
    public static RejectionReason Write(ReadOnlySpan<char> text, ProfileHash hash, Span<byte> hex)
    {
        char[]? rented = null;
        Span<char> normalized =
            text.Length <= StackLength
                ? stackalloc char[StackLength]
                : rented = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            int length = Normalize(text, hash, normalized);
            return length == 0 ? RejectionReason.NotNormalizable : Write(normalized[..length], hex);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented, clearArray: true);
            }
        }
    }

    /// <summary>Writes 64 bytes of hex of the SHA-256 of UTF-8 text.</summary>
    public static void WriteUtf8(ReadOnlySpan<byte> utf8, Span<byte> hex)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8, digest);
        ReadOnlySpan<byte> digits = "0123456789abcdef"u8;
        for (int i = 0; i < digest.Length; i++)
        {
            hex[2 * i] = digits[digest[i] >> 4];
            hex[(2 * i) + 1] = digits[digest[i] & 0xF];
        }
    }

    private static RejectionReason Write(ReadOnlySpan<char> text, Span<byte> hex)
    {
        int capacity = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = null;
        Span<byte> utf8 =
            capacity <= 4 * StackLength
                ? stackalloc byte[4 * StackLength]
                : rented = ArrayPool<byte>.Shared.Rent(capacity);
        try
        {
            OperationStatus status = Utf8.FromUtf16(text, utf8, out _, out int length, replaceInvalidSequences: false);
            if (status is not OperationStatus.Done)
            {
                return RejectionReason.InvalidUnicode;
            }

            WriteUtf8(utf8[..length], hex);
            return RejectionReason.None;
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented, clearArray: true);
            }
        }
    }

    /// <summary>Returns the length of the normalized text, or 0 if the text cannot be normalized.</summary>
    private static int Normalize(ReadOnlySpan<char> text, ProfileHash hash, Span<char> destination)
    {
        switch (hash)
        {
            case ProfileHash.Sha256:
                text.CopyTo(destination);
                return text.Length;
            case ProfileHash.Sha256Email:
                ReadOnlySpan<char> trimmed = text.Trim();
                int at = trimmed.LastIndexOf('@');
                return at <= 0 || at == trimmed.Length - 1 ? 0 : trimmed.ToLowerInvariant(destination);
            case ProfileHash.Sha256Phone:
                return NormalizePhone(text.Trim(), destination);
            default:
                throw new ArgumentOutOfRangeException(nameof(hash), hash, "Not a way to hash a value.");
        }
    }

    private static int NormalizePhone(ReadOnlySpan<char> text, Span<char> destination)
    {
        ReadOnlySpan<char> number =
            text.StartsWith("+") ? text[1..]
            : text.StartsWith("00") ? text[2..]
            : default;
        int length = 0;
        destination[length++] = '+';
        for (int i = 0; i < number.Length; i++)
        {
            char c = number[i];
            if (number[i..].StartsWith(NationalPrefix))
            {
                i += NationalPrefix.Length - 1;
            }
            else if (char.IsAsciiDigit(c) && length <= MaxPhoneDigits)
            {
                destination[length++] = c;
            }
            else if (!PhonePunctuation.Contains(c))
            {
                return 0;
            }
        }

        // No country code begins with a zero.
        return length > MinPhoneDigits && destination[1] != '0' ? length : 0;
    }
}
