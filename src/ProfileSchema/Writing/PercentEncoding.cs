using System.Text;

namespace ProfileSchema;

/// <summary>
/// Percent-encoded UTF-8 (URL-1): the RFC 3986 unreserved set stays, every other byte is %XX in upper case, which is
/// what both readings of <c>+</c> agree on (URL-2).
/// </summary>
internal static class PercentEncoding
{
    /// <summary>A UTF-16 unit takes at most three bytes of UTF-8, each three bytes long when encoded.</summary>
    private const int MaxBytesPerChar = 9;

    private const int MaxBytesPerUtf8Byte = 3;

    /// <summary>For each ASCII character, 1 if it is unreserved.</summary>
    private static ReadOnlySpan<byte> Unreserved =>
        [
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            1,
            1,
            0,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            0,
            0,
            0,
            0,
            1,
            0,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            0,
            0,
            0,
            1,
            0,
        ];

    private static ReadOnlySpan<byte> Hex => "0123456789ABCDEF"u8;

    /// <summary>The bytes that text of <paramref name="length"/> UTF-16 units takes at most.</summary>
    public static int MaxLength(int length) => length * MaxBytesPerChar;

    /// <summary>The bytes that <paramref name="length"/> bytes of UTF-8 take at most.</summary>
    public static int MaxLengthOfUtf8(int length) => length * MaxBytesPerUtf8Byte;

    /// <summary>Encodes UTF-16; false, with nothing to be used of the destination, for an unpaired surrogate (URL-3).</summary>
    /// <param name="destination">Holds at least <see cref="MaxLength"/> bytes.</param>
    public static bool TryEncode(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        written = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80)
            {
                WriteAscii((byte)c, destination, ref written);
            }
            else if (c < 0x800)
            {
                WriteHex((byte)(0xC0 | (c >> 6)), destination, ref written);
                WriteHex((byte)(0x80 | (c & 0x3F)), destination, ref written);
            }
            else if (!char.IsSurrogate(c))
            {
                WriteHex((byte)(0xE0 | (c >> 12)), destination, ref written);
                WriteHex((byte)(0x80 | ((c >> 6) & 0x3F)), destination, ref written);
                WriteHex((byte)(0x80 | (c & 0x3F)), destination, ref written);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                int rune = char.ConvertToUtf32(c, text[++i]);
                WriteHex((byte)(0xF0 | (rune >> 18)), destination, ref written);
                WriteHex((byte)(0x80 | ((rune >> 12) & 0x3F)), destination, ref written);
                WriteHex((byte)(0x80 | ((rune >> 6) & 0x3F)), destination, ref written);
                WriteHex((byte)(0x80 | (rune & 0x3F)), destination, ref written);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Encodes well-formed UTF-8 and returns the bytes written.</summary>
    /// <param name="destination">Holds at least <see cref="MaxLengthOfUtf8"/> bytes.</param>
    public static int EncodeUtf8(ReadOnlySpan<byte> utf8, Span<byte> destination)
    {
        int written = 0;
        foreach (byte b in utf8)
        {
            WriteAscii(b, destination, ref written);
        }

        return written;
    }

    /// <summary>The UTF-16 units of the text that was encoded.</summary>
    public static int CountChars(ReadOnlySpan<byte> encoded)
    {
        int chars = encoded.Length;
        for (int i = encoded.IndexOf((byte)'%'); i >= 0 && i < encoded.Length; i++)
        {
            if (encoded[i] != (byte)'%')
            {
                continue;
            }

            // %XX is a character if it begins one: %80 to %BF only continue it, and from %F0 on it is a surrogate pair.
            byte high = encoded[i + 1];
            chars -=
                high is (byte)'8' or (byte)'9' or (byte)'A' or (byte)'B' ? 3
                : high == (byte)'F' ? 1
                : 2;
            i += 2;
        }

        return chars;
    }

    /// <summary>Whether every surrogate of the text is half of a pair (URL-3).</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out int consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[consumed..];
        }

        return true;
    }

    private static void WriteAscii(byte b, Span<byte> destination, ref int written)
    {
        if (b < 0x80 && Unreserved[b] != 0)
        {
            destination[written++] = b;
        }
        else
        {
            WriteHex(b, destination, ref written);
        }
    }

    private static void WriteHex(byte b, Span<byte> destination, ref int written)
    {
        Span<byte> escape = destination.Slice(written, 3);
        escape[0] = (byte)'%';
        escape[1] = Hex[b >> 4];
        escape[2] = Hex[b & 0xF];
        written += 3;
    }
}
