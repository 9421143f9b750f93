using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProfileSchema;

/// <summary>
/// Up to sixteen characters at the end of a string, which most values have no more of, by one load, one lookup and one
/// store, whatever their number: branches on lengths that nobody can foresee take longer than the work itself.
/// </summary>
internal static class ShortText
{
    public const int MaxLength = 16;

    /// <summary>Whether there is hardware for it.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>
    /// Writes the first characters that are unreserved and returns how many they are. What stands behind them in the
    /// destination, up to its sixteenth byte, has no meaning.
    /// </summary>
    /// <param name="text">Points into a string: the NUL that ends it is read where the length is odd.</param>
    /// <param name="length">The characters up to the end of the string, 1 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe int WriteUnreserved(char* text, int length, ref byte destination)
    {
        // The load takes pairs of characters, and touches no memory outside of those that are asked for.
        Vector256<int> indices = Vector256.Create(0, 2, 4, 6, 8, 10, 12, 14);
        Vector256<int> mask = Vector256.GreaterThan(Vector256.Create(length), indices);
        Vector256<ushort> units = Avx2.MaskLoad((int*)text, mask).AsUInt16();
        Vector128<byte> bytes = UnreservedSet.Narrow(units.GetLower(), units.GetUpper());
        Unsafe.WriteUnaligned(ref destination, bytes);

        // What lies behind the end is NUL, and so reserved: it ends the run, if nothing did before.
        uint reserved = UnreservedSet.FindReserved(bytes);
        return BitOperations.TrailingZeroCount(reserved | (1u << MaxLength));
    }
}
