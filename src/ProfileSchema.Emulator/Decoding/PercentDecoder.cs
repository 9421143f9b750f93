using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ProfileSchema.Emulator.Decoding;

/// <summary>What a raw <c>+</c> is read as.</summary>
internal enum PlusReading
{
    /// <summary>A space, as in forms. URL-2 leaves it open; this is how servers read forms.</summary>
    Space,

    /// <summary>Itself, as in paths.</summary>
    Plus,
}

/// <summary>A decoded name or value. The text is null if there is no reading.</summary>
internal readonly record struct DecodedText(string? Text, DecodingFlaws Flaws);

/// <summary>Reads percent-encoded UTF-8 (URL-1): all that the service would read, noting all that URL-2 would not write.</summary>
internal static class PercentDecoder
{
    private const int StackLimit = 512;
    private const int EscapeLength = 3;

    private static readonly SearchValues<byte> Unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8
    );

    public static DecodedText Decode(ReadOnlySpan<byte> encoded, PlusReading plus)
    {
        if (!encoded.ContainsAnyExcept(Unreserved))
        {
            return new DecodedText(Encoding.ASCII.GetString(encoded), DecodingFlaws.None);
        }

        byte[]? rented = encoded.Length > StackLimit ? ArrayPool<byte>.Shared.Rent(encoded.Length) : null;
        Span<byte> bytes = rented ?? stackalloc byte[StackLimit];
        DecodingFlaws flaws = Unescape(encoded, plus, bytes, out int length);
        bytes = bytes[..length];
        if (!Utf8.IsValid(bytes))
        {
            flaws |= HoldsSurrogate(bytes) ? DecodingFlaws.EncodedSurrogate : DecodingFlaws.BrokenUtf8;
        }

        string? text = flaws.ForbidReading() ? null : Encoding.UTF8.GetString(bytes);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return new DecodedText(text, flaws);
    }

    private static DecodingFlaws Unescape(
        ReadOnlySpan<byte> encoded,
        PlusReading plus,
        Span<byte> bytes,
        out int length
    )
    {
        var flaws = DecodingFlaws.None;
        length = 0;
        for (int at = 0; at < encoded.Length; length++)
        {
            byte current = encoded[at];
            if (current == '%')
            {
                if (at + EscapeLength > encoded.Length || ReadHex(encoded[at + 1], encoded[at + 2]) is not { } value)
                {
                    return flaws | DecodingFlaws.BrokenEscape;
                }

                bytes[length] = value;
                flaws |= Unreserved.Contains(value) ? DecodingFlaws.NeedlessEscape : DecodingFlaws.None;
                flaws |= encoded.Slice(at, EscapeLength).ContainsAnyInRange((byte)'a', (byte)'f')
                    ? DecodingFlaws.LowerCaseHex
                    : DecodingFlaws.None;
                at += EscapeLength;
                continue;
            }

            bytes[length] = current == '+' && plus == PlusReading.Space ? (byte)' ' : current;
            if (!Unreserved.Contains(current))
            {
                flaws |= current == '+' ? DecodingFlaws.RawPlus : DecodingFlaws.RawByte;
            }

            at++;
        }

        return flaws;
    }

    private static byte? ReadHex(byte high, byte low) =>
        char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low)
            ? (byte)((HexValue(high) << 4) | HexValue(low))
            : null;

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    /// <summary>UTF-16 surrogates written as three bytes of their own: ED A0..BF xx.</summary>
    private static bool HoldsSurrogate(ReadOnlySpan<byte> bytes)
    {
        for (int at = 0; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] == 0xED && bytes[at + 1] is >= 0xA0 and <= 0xBF)
            {
                return true;
            }
        }

        return false;
    }
}
