using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ProfileSchema;

/// <summary>The RFC 3986 unreserved set (URL-2), asked for one character or for sixteen at once.</summary>
/// <remarks>
/// A character is found by its two hex digits: for each lower digit a byte has a bit for every upper digit under which
/// the character is unreserved. Both ways read the same table.
/// </remarks>
internal static class UnreservedSet
{
    /// <summary>Whether there is hardware for <see cref="FindReserved"/>; without it the scalar way is used.</summary>
    public static bool IsVectorized => Ssse3.IsSupported || AdvSimd.Arm64.IsSupported;

    private static Vector128<byte> UpperDigitsByLowerDigit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get =>
            Vector128.Create(
                0xA8,
                0xF8,
                0xF8,
                0xF8,
                0xF8,
                0xF8,
                0xF8,
                0xF8,
                0xF8,
                0xF8,
                0xF0,
                0x50,
                0x50,
                0x54,
                0xD4,
                0x70
            );
    }

    private static ReadOnlySpan<byte> UpperDigits =>
        [0xA8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF0, 0x50, 0x50, 0x54, 0xD4, 0x70];

    private static Vector128<byte> BitByUpperDigit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    public static bool Contains(char c) => c < 0x80 && (UpperDigits[c & 0xF] & (1 << (c >> 4))) != 0;

    /// <summary>Narrows sixteen UTF-16 units to bytes; one beyond U+00FF becomes a byte that is not unreserved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Narrow(Vector128<ushort> lower, Vector128<ushort> upper)
    {
        if (Sse2.IsSupported)
        {
            // Signed saturation: up to U+7FFF becomes 0xFF, and what lies above, as a negative number, becomes 0.
            return Sse2.PackUnsignedSaturate(lower.AsInt16(), upper.AsInt16());
        }

        Vector128<ushort> last = Vector128.Create((ushort)0xFF);
        return Vector128.Narrow(Vector128.Min(lower, last), Vector128.Min(upper, last));
    }

    /// <summary>A bit for each of sixteen bytes, the first lowest: set where the byte is not unreserved.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint FindReserved(Vector128<byte> bytes)
    {
        Vector128<byte> upperDigits = Lookup(UpperDigitsByLowerDigit, bytes & Vector128.Create((byte)0xF));
        Vector128<byte> bit = Lookup(BitByUpperDigit, bytes >>> 4);
        return Vector128.Equals(upperDigits & bit, Vector128<byte>.Zero).ExtractMostSignificantBits();
    }

    /// <summary>The bytes from an index on, zeros behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Shift(Vector128<byte> bytes, int index)
    {
        ReadOnlySpan<byte> indices =
        [
            0,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            14,
            15,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
            255,
        ];
        return Lookup(bytes, Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(indices), (nuint)index));
    }

    /// <summary>The bytes of a table at sixteen indices; 0 for an index from 0x80 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Lookup(Vector128<byte> table, Vector128<byte> indices) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(table, indices) : AdvSimd.Arm64.VectorTableLookup(table, indices);
}
