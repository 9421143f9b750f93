using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProfileSchema;

/// <summary>
/// Writes UTF-16 text as percent-encoded UTF-8: runs of unreserved characters in blocks of sixteen and eight, what lies
/// between them by table.
/// </summary>
/// <remarks>Every method writes into room of <see cref="PercentEncoding.MaxLength"/> bytes, which its caller reserved.</remarks>
internal static class EncodedText
{
    private const int BlockLength = 16;
    private const int HalfLength = 8;

    /// <summary>Encodes text; returns the bytes written, or -1 for an unpaired surrogate (URL-3).</summary>
    public static int Write(ReadOnlySpan<char> text, ref byte destination)
    {
        ref ushort source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        nint length = text.Length;
        nint read = 0;
        nint written = 0;
        while (read < length)
        {
            nint run = WriteUnreserved(
                ref Unsafe.Add(ref source, read),
                length - read,
                ref Unsafe.Add(ref destination, written)
            );
            read += run;
            written += run;
            if (read < length && !EscapedText.TryWrite(ref source, length, ref read, ref destination, ref written))
            {
                return -1;
            }
        }

        return (int)written;
    }

    /// <summary>Copies unreserved characters up to the first that is not, and returns how many they are.</summary>
    private static nint WriteUnreserved(ref ushort source, nint length, ref byte destination)
    {
        nint position = 0;
        if (UnreservedSet.IsVectorized)
        {
            // A block is stored whole; what its first reserved character would take is overwritten by what follows.
            for (; length - position >= BlockLength; position += BlockLength)
            {
                Vector128<ushort> lower = Vector128.LoadUnsafe(ref source, (nuint)position);
                Vector128<ushort> upper = Vector128.LoadUnsafe(ref source, (nuint)(position + HalfLength));
                Vector128<byte> bytes = UnreservedSet.Narrow(lower, upper);
                bytes.StoreUnsafe(ref destination, (nuint)position);
                uint reserved = UnreservedSet.FindReserved(bytes);
                if (reserved != 0)
                {
                    return position + System.Numerics.BitOperations.TrailingZeroCount(reserved);
                }
            }

            if (length - position >= HalfLength)
            {
                Vector128<ushort> units = Vector128.LoadUnsafe(ref source, (nuint)position);
                Vector128<byte> bytes = UnreservedSet.Narrow(units, units);
                bytes.GetLower().StoreUnsafe(ref destination, (nuint)position);
                uint reserved = UnreservedSet.FindReserved(bytes) & 0xFF;
                if (reserved != 0)
                {
                    return position + System.Numerics.BitOperations.TrailingZeroCount(reserved);
                }

                position += HalfLength;
            }
        }

        for (; position < length; position++)
        {
            ushort unit = Unsafe.Add(ref source, position);
            if (!UnreservedSet.Contains((char)unit))
            {
                break;
            }

            Unsafe.Add(ref destination, position) = (byte)unit;
        }

        return position;
    }
}
