using System.Runtime.CompilerServices;

namespace ProfileSchema;

/// <summary>Writes the characters that are escaped, a script at a time, as text keeps to one for a while.</summary>
internal static unsafe class EscapedText
{
    private const int Escape = PercentEscapes.Length;

    /// <summary>Writes characters up to the next unreserved one; returns the bytes written, or -1 (URL-3).</summary>
    /// <param name="read">Where to begin; afterwards, where the next unreserved character stands.</param>
    /// <param name="written">The bytes of the destination that count already.</param>
    public static nint Write(char* source, nint length, ref nint read, ref byte destination, nint written)
    {
        nint position = read;
        while (position < length)
        {
            uint unit = source[position];
            if (unit < 0x80)
            {
                if (UnreservedSet.Contains((char)unit))
                {
                    break;
                }

                PercentEscapes.Write(ref destination, written, unit);
                written += Escape;
                position++;
            }
            else if (unit < 0x800)
            {
                do
                {
                    PercentEscapes.Write(ref destination, written, 0xC0 | (unit >> 6));
                    PercentEscapes.Write(ref destination, written + Escape, 0x80 | (unit & 0x3F));
                    written += 2 * Escape;
                } while (++position < length && (unit = source[position]) - 0x80 < 0x800 - 0x80);
            }
            else if (!IsSurrogate(unit))
            {
                written = WriteTriples(source, length, ref position, ref destination, written);
            }
            else if (position + 1 < length && char.IsSurrogatePair((char)unit, source[position + 1]))
            {
                uint rune = (uint)char.ConvertToUtf32((char)unit, source[position + 1]);
                PercentEscapes.Write(ref destination, written, 0xF0 | (rune >> 18));
                PercentEscapes.Write(ref destination, written + Escape, 0x80 | ((rune >> 12) & 0x3F));
                PercentEscapes.Write(ref destination, written + (2 * Escape), 0x80 | ((rune >> 6) & 0x3F));
                PercentEscapes.Write(ref destination, written + (3 * Escape), 0x80 | (rune & 0x3F));
                written += 4 * Escape;
                position += 2;
            }
            else
            {
                return -1;
            }
        }

        read = position;
        return written;
    }

    /// <summary>Writes a run of characters that take three bytes: in groups, of which the last one reaches back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint WriteTriples(char* source, nint length, ref nint position, ref byte destination, nint written)
    {
        nint start = position;
        while (EscapedTriples.IsSupported)
        {
            nint group = Math.Min(position, length - EscapedTriples.GroupSize);
            if (group < start)
            {
                break;
            }

            nint end = group + EscapedTriples.Count(source + group);
            group = end - EscapedTriples.GroupSize;
            if (group < start)
            {
                break;
            }

            if (end == position)
            {
                return written;
            }

            EscapedTriples.Write(
                source + group,
                ref Unsafe.Add(ref destination, written - ((position - group) * EscapedTriples.BytesPerChar))
            );
            written += (end - position) * EscapedTriples.BytesPerChar;
            position = end;
        }

        // Too short for a group.
        uint unit = source[position];
        do
        {
            PercentEscapes.Write(ref destination, written, 0xE0 | (unit >> 12));
            PercentEscapes.Write(ref destination, written + Escape, 0x80 | ((unit >> 6) & 0x3F));
            PercentEscapes.Write(ref destination, written + (2 * Escape), 0x80 | (unit & 0x3F));
            written += EscapedTriples.BytesPerChar;
        } while (++position < length && (unit = source[position]) >= 0x800 && !IsSurrogate(unit));

        return written;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSurrogate(uint unit) => unit - 0xD800 < 0x800;
}
