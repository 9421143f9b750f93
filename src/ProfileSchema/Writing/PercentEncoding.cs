using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ProfileSchema;

/// <summary>
/// Percent-encoded UTF-8 (URL-1): the RFC 3986 unreserved set stays, every other byte is %XX in upper case, which is
/// so that both interpretations of <c>+</c> give the same text (URL-2).
/// </summary>
internal static class PercentEncoding
{
    /// <summary>The maximum number of encoded bytes for a UTF-16 character: three bytes of UTF-8, each encoded as three.</summary>
    public const int MaxBytesPerChar = 9;

    private const int MaxBytesPerUtf8Byte = 3;

    /// <summary>
    /// Blocks are stored whole, even where only their beginning counts: one character at the end, which takes nine bytes at
    /// most, may be stored as thirty.
    /// </summary>
    private const int Slack = 24;

    /// <summary>The room that text of <paramref name="length"/> UTF-16 units is encoded in.</summary>
    public static int MaxLength(int length) => (length * MaxBytesPerChar) + Slack;

    /// <summary>The room that <paramref name="length"/> bytes of UTF-8 are encoded in.</summary>
    public static int MaxLengthOfUtf8(int length) => (length * MaxBytesPerUtf8Byte) + Slack;

    /// <summary>Encodes UTF-16. Returns false for an unpaired surrogate (URL-3); the content of the destination is then undefined.</summary>
    /// <param name="destination">Holds at least <see cref="MaxLength"/> bytes.</param>
    public static bool TryEncode(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        Span<byte> room = destination[..MaxLength(text.Length)];
        written = EncodedText.Write(text, ref MemoryMarshal.GetReference(room));
        return written >= 0;
    }

    /// <summary>Encodes well-formed UTF-8 and returns the bytes written.</summary>
    /// <param name="destination">Has room for <see cref="MaxLengthOfUtf8"/> bytes.</param>
    public static int EncodeUtf8(ReadOnlySpan<byte> utf8, ref byte destination)
    {
        nint written = 0;
        foreach (byte b in utf8)
        {
            if (UnreservedSet.Contains((char)b))
            {
                Unsafe.Add(ref destination, written++) = b;
            }
            else
            {
                PercentEscapes.Write(ref destination, written, b);
                written += PercentEscapes.Length;
            }
        }

        return (int)written;
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
}
