using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProfileSchema;

/// <summary>
/// Writes UTF-16 text as percent-encoded UTF-8: runs of unreserved characters in blocks of sixteen and eight, what lies
/// between them by table.
/// </summary>
/// <remarks>
/// Every method writes into room of <see cref="PercentEncoding.MaxLength"/> bytes, which its caller reserved, and returns
/// the bytes that count, or -1 for an unpaired surrogate (URL-3).
/// </remarks>
internal static unsafe class EncodedText
{
    private const int BlockLength = 16;
    private const int HalfLength = 8;

    /// <summary>Encodes a string that is not empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(string text, ref byte destination)
    {
        int run = 0;
        if (ShortText.IsSupported && text.Length <= ShortText.MaxLength)
        {
            fixed (char* source = text)
            {
                run = ShortText.WriteUnreserved(source, text.Length, ref destination);
            }
        }

        return run == text.Length ? run : WriteFrom(run, text, isString: true, ref destination);
    }

    /// <summary>Encodes text from anywhere.</summary>
    public static int Write(ReadOnlySpan<char> text, ref byte destination) =>
        WriteFrom(0, text, isString: false, ref destination);

    /// <summary>Goes on behind unreserved characters that were written already.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteFrom(int start, ReadOnlySpan<char> text, bool isString, ref byte destination)
    {
        fixed (char* source = text)
        {
            nint length = text.Length;
            nint read = start;
            nint written = start;
            while (true)
            {
                written = EscapedText.Write(source, length, ref read, ref destination, written);
                if (read == length || written < 0)
                {
                    return (int)written;
                }

                ref byte rest = ref Unsafe.Add(ref destination, written);
                nint run =
                    isString && ShortText.IsSupported && length - read <= ShortText.MaxLength
                        ? ShortText.WriteUnreserved(source + read, (int)(length - read), ref rest)
                        : WriteUnreserved(source + read, length - read, ref rest);
                read += run;
                written += run;
                if (read == length)
                {
                    return (int)written;
                }
            }
        }
    }

    /// <summary>Writes unreserved characters up to the first that is not, and returns how many they are.</summary>
    private static nint WriteUnreserved(char* source, nint length, ref byte destination)
    {
        nint position = 0;
        if (UnreservedSet.IsVectorized)
        {
            // A block is stored whole; what stands behind its first reserved character is overwritten by what follows.
            for (; length - position >= BlockLength; position += BlockLength)
            {
                Vector128<byte> bytes = UnreservedSet.Narrow(
                    Vector128.Load((ushort*)source + position),
                    Vector128.Load((ushort*)source + position + HalfLength)
                );
                bytes.StoreUnsafe(ref destination, (nuint)position);
                uint reserved = UnreservedSet.FindReserved(bytes);
                if (reserved != 0)
                {
                    return position + BitOperations.TrailingZeroCount(reserved);
                }
            }

            if (length - position >= HalfLength)
            {
                Vector128<ushort> units = Vector128.Load((ushort*)source + position);
                Vector128<byte> bytes = UnreservedSet.Narrow(units, units);
                bytes.GetLower().StoreUnsafe(ref destination, (nuint)position);
                uint reserved = UnreservedSet.FindReserved(bytes) & 0xFF;
                if (reserved != 0)
                {
                    return position + BitOperations.TrailingZeroCount(reserved);
                }

                position += HalfLength;
            }
        }

        for (; position < length && UnreservedSet.Contains(source[position]); position++)
        {
            Unsafe.Add(ref destination, position) = (byte)source[position];
        }

        return position;
    }
}
