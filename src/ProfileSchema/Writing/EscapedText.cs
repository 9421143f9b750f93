using System.Runtime.CompilerServices;

namespace ProfileSchema;

/// <summary>Writes the characters that are escaped, a script at a time: text keeps to one for a while.</summary>
internal static class EscapedText
{
    /// <summary>Writes characters up to the next unreserved one; false for an unpaired surrogate (URL-3).</summary>
    public static bool TryWrite(ref ushort source, nint length, ref nint read, ref byte destination, ref nint written)
    {
        nint from = read;
        nint to = written;
        bool isWellFormed = true;
        while (from < length)
        {
            uint unit = Unsafe.Add(ref source, from);
            if (unit >= 0x800)
            {
                if (unit - 0xD800 >= 0x800)
                {
                    WriteThreeBytes(unit, ref destination, to);
                    to += 3 * PercentEscapes.Length;
                }
                else if (
                    unit < 0xDC00
                    && from + 1 < length
                    && Unsafe.Add(ref source, from + 1) is >= 0xDC00 and < 0xE000
                )
                {
                    WriteFourBytes(unit, Unsafe.Add(ref source, ++from), ref destination, to);
                    to += 4 * PercentEscapes.Length;
                }
                else
                {
                    isWellFormed = false;
                    break;
                }
            }
            else if (unit >= 0x80)
            {
                PercentEscapes.Write(ref destination, to, 0xC0 | (unit >> 6));
                PercentEscapes.Write(ref destination, to + PercentEscapes.Length, 0x80 | (unit & 0x3F));
                to += 2 * PercentEscapes.Length;
            }
            else if (!UnreservedSet.Contains((char)unit))
            {
                PercentEscapes.Write(ref destination, to, unit);
                to += PercentEscapes.Length;
            }
            else
            {
                break;
            }

            from++;
        }

        read = from;
        written = to;
        return isWellFormed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteThreeBytes(uint unit, ref byte destination, nint offset)
    {
        PercentEscapes.Write(ref destination, offset, 0xE0 | (unit >> 12));
        PercentEscapes.Write(ref destination, offset + PercentEscapes.Length, 0x80 | ((unit >> 6) & 0x3F));
        PercentEscapes.Write(ref destination, offset + (2 * PercentEscapes.Length), 0x80 | (unit & 0x3F));
    }

    private static void WriteFourBytes(uint high, uint low, ref byte destination, nint offset)
    {
        uint rune = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        PercentEscapes.Write(ref destination, offset, 0xF0 | (rune >> 18));
        PercentEscapes.Write(ref destination, offset + PercentEscapes.Length, 0x80 | ((rune >> 12) & 0x3F));
        PercentEscapes.Write(ref destination, offset + (2 * PercentEscapes.Length), 0x80 | ((rune >> 6) & 0x3F));
        PercentEscapes.Write(ref destination, offset + (3 * PercentEscapes.Length), 0x80 | (rune & 0x3F));
    }
}
