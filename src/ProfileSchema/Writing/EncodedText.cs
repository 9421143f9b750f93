using System.Numerics;
using System.Runtime.CompilerServices;

namespace ProfileSchema;

/// <summary>
/// Writes UTF-16 text as percent-encoded UTF-8. Unreserved and ASCII characters are written in blocks of sixteen, other characters by a
/// table.
/// </summary>
/// <remarks>
/// The caller of each method must reserve <see cref="PercentEncoding.MaxLength"/> bytes. The methods return the number of bytes written, or
/// -1 for an unpaired surrogate (URL-3).
/// </remarks>
internal static unsafe class EncodedText
{
    /// <summary>Encodes a string that is not empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(string text, ref byte destination)
    {
        if (!TextBlock.IsStringTailSupported || text.Length > TextBlock.Length)
        {
            return WriteAny(text, isString: true, ref destination);
        }

        TextBlock block;
        fixed (char* source = text)
        {
            block = TextBlock.LoadStringTail(source, text.Length);
        }

        block.Store(ref destination);

        // The length is used and not the run, which has the same value, so that the next instructions need not wait for the run.
        return block.IsPlain(text.Length) ? text.Length
            : block.IsAscii ? WriteShortAscii(text, ref destination)
            : WriteShort(text, ref destination);
    }

    /// <summary>Encodes text from anywhere.</summary>
    public static int Write(ReadOnlySpan<char> text, ref byte destination) =>
        WriteAny(text, isString: false, ref destination);

    /// <summary>Encodes a string of one block of ASCII.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteShortAscii(string text, ref byte destination)
    {
        TextBlock block;
        fixed (char* source = text)
        {
            block = TextBlock.LoadStringTail(source, text.Length);
        }

        return block.StoreEscaped(text.Length, ref destination);
    }

    /// <summary>Encodes a string of one block in which some characters are not ASCII.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteShort(string text, ref byte destination)
    {
        fixed (char* source = text)
        {
            nint read = 0;
            TextBlock block = TextBlock.LoadStringTail(source, text.Length);
            return (int)WriteMixed(block, text.Length, source, text.Length, ref read, ref destination, written: 0);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteAny(ReadOnlySpan<char> text, bool isString, ref byte destination)
    {
        fixed (char* source = text)
        {
            nint length = text.Length;
            nint read = 0;
            nint written = 0;
            while (read < length && written >= 0)
            {
                if (TextBlock.IsSupported && length - read >= TextBlock.Length)
                {
                    TextBlock block = TextBlock.Load(source + read);
                    written = WriteBlock(block, TextBlock.Length, source, length, ref read, ref destination, written);
                }
                else if (TextBlock.IsStringTailSupported && isString)
                {
                    int rest = (int)(length - read);
                    TextBlock block = TextBlock.LoadStringTail(source + read, rest);
                    written = WriteBlock(block, rest, source, length, ref read, ref destination, written);
                }
                else
                {
                    for (; read < length && UnreservedSet.Contains(source[read]); read++)
                    {
                        Unsafe.Add(ref destination, written++) = (byte)source[read];
                    }

                    nint next = read;
                    written = EscapedText.Write(source, length, ref next, ref destination, written);
                    read = next;
                }
            }

            return (int)written;
        }
    }

    /// <summary>Writes the characters of a block, and such as are escaped behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint WriteBlock(
        TextBlock block,
        int count,
        char* source,
        nint length,
        ref nint read,
        ref byte destination,
        nint written
    )
    {
        if (block.IsPlain(count))
        {
            block.Store(ref Unsafe.Add(ref destination, written));
            read += count;
            return written + count;
        }

        if (block.IsAscii)
        {
            read += count;
            return written + block.StoreEscaped(count, ref Unsafe.Add(ref destination, written));
        }

        return WriteMixed(block, count, source, length, ref read, ref destination, written);
    }

    /// <summary>Writes the characters of a block of any kind, run by run, and such as are escaped behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint WriteMixed(
        TextBlock block,
        int count,
        char* source,
        nint length,
        ref nint read,
        ref byte destination,
        nint written
    )
    {
        nint start = read;
        int from = 0;
        uint reserved = block.Reserved;
        while (true)
        {
            // The whole block is stored; the bytes after the run are overwritten later.
            int to = BitOperations.TrailingZeroCount(reserved);
            block.StoreFrom(from, ref Unsafe.Add(ref destination, written));
            written += to - from;
            read = start + to;
            if (to == count)
            {
                return written;
            }

            uint unit = source[read];
            if (unit < 0x80)
            {
                PercentEscapes.Write(ref destination, written, unit);
                written += PercentEscapes.Length;
                reserved &= reserved - 1;
                from = to + 1;
                continue;
            }

            // A local of its own: one whose address is taken does not stay in a register.
            nint next = read;
            written = EscapedText.Write(source, length, ref next, ref destination, written);
            read = next;
            from = (int)(read - start);
            if (from >= count || written < 0)
            {
                return written;
            }

            reserved &= uint.MaxValue << from;
        }
    }
}
