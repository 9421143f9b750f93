using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProfileSchema;

/// <summary>
/// Strings of up to sixteen characters, which most values are, by one load, one lookup and one store, whatever their
/// length: branches on lengths that nobody can foresee take longer than the work itself.
/// </summary>
internal static class ShortText
{
    private const int MaxLength = 16;

    /// <summary>Whether there is hardware for <see cref="TryWrite"/>.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>Writes a string if all of it is unreserved; false if it is not, or if it is too long.</summary>
    /// <param name="destination">Has room for <see cref="PercentEncoding.MaxLength"/> bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe bool TryWrite(string text, ref byte destination)
    {
        if (!IsSupported || text.Length > MaxLength)
        {
            return false;
        }

        // The load takes pairs of characters and touches no memory outside of those asked for. A string ends with a
        // NUL that is not counted, so the last pair is the string's own even where its length is odd.
        Vector256<int> indices = Vector256.Create(0, 2, 4, 6, 8, 10, 12, 14);
        Vector256<int> mask = Vector256.GreaterThan(Vector256.Create(text.Length), indices);
        Vector256<short> units;
        fixed (char* start = text)
        {
            units = Avx2.MaskLoad((int*)start, mask).AsInt16();
        }

        Vector128<byte> bytes = UnreservedSet.Narrow(units.GetLower().AsUInt16(), units.GetUpper().AsUInt16());
        Unsafe.WriteUnaligned(ref destination, bytes);
        uint reserved = UnreservedSet.FindReserved(bytes);
        return Bmi1.TrailingZeroCount(reserved | (1u << 16)) >= (uint)text.Length;
    }
}
