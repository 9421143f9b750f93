using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ProfileSchema;

/// <summary>
/// Writes sixteen ASCII characters, some of them escaped, without branches, because the positions of the escaped characters can't be
/// predicted.
/// </summary>
/// <remarks>
/// For a group of four characters, one vector contains all bytes that can be written: the characters, their upper and lower
/// hexadecimal digits, and percent signs. A shuffle selects the bytes and their order by which characters are escaped.
/// </remarks>
internal static class EscapedAscii
{
    private const int GroupSize = 4;
    private const int Sets = 1 << GroupSize;
    private const int Upper = GroupSize;
    private const int Lower = 2 * GroupSize;
    private const int Percent = 3 * GroupSize;

    /// <summary>The bytes to take for each set of escaped characters of a group.</summary>
    private static readonly Vector128<byte>[] Places = MakePlaces();

    /// <summary>Writes the first characters; returns the bytes that count. Sixteen are written whatever their number.</summary>
    /// <param name="ascii">The characters.</param>
    /// <param name="count">How many of them count.</param>
    /// <param name="escaped">A bit for each that is escaped, the first one lowest; none for one that does not count.</param>
    /// <param name="destination">
    /// Must have a capacity of 28 bytes and two more for each escaped character, which <see cref="PercentEncoding.MaxLength"/> returns.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(Vector128<byte> ascii, int count, uint escaped, ref byte destination)
    {
        // The upper digit of an ASCII character is no letter.
        Vector128<byte> upper = (ascii >>> 4) | Vector128.Create((byte)'0');
        Vector128<byte> lower = UnreservedSet.Lookup(
            Vector128.Create("0123456789ABCDEF"u8),
            ascii & Vector128.Create((byte)0xF)
        );
        Vector128<byte> percent = Vector128.Create((byte)'%');
        Vector128<ulong> plain = ZipLow(ascii, upper);
        Vector128<ulong> escape = ZipLow(lower, percent);
        WriteGroup(ZipLow(plain, escape), 0, escaped, ref destination);
        WriteGroup(ZipHigh(plain, escape), 1, escaped, ref destination);
        plain = ZipHigh(ascii, upper);
        escape = ZipHigh(lower, percent);
        WriteGroup(ZipLow(plain, escape), 2, escaped, ref destination);
        WriteGroup(ZipHigh(plain, escape), 3, escaped, ref destination);
        return count + CountAdded(escaped);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteGroup(Vector128<ulong> group, int index, uint escaped, ref byte destination)
    {
        // No bounds check: the table has an entry for every set of four.
        ref Vector128<byte> first = ref MemoryMarshal.GetArrayDataReference(Places);
        int start = GroupSize * index;
        Vector128<byte> places = Unsafe.Add(ref first, (nint)((escaped >> start) & (Sets - 1)));
        int added = CountAdded(escaped & ((1u << start) - 1));
        UnreservedSet.Lookup(group.AsByte(), places).StoreUnsafe(ref Unsafe.Add(ref destination, start + added));
    }

    /// <summary>The bytes that escapes take beyond their characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountAdded(uint escaped) => (PercentEscapes.Length - 1) * BitOperations.PopCount(escaped);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> ZipLow(Vector128<byte> left, Vector128<byte> right) =>
        Sse2.IsSupported
            ? Sse2.UnpackLow(left.AsUInt32(), right.AsUInt32()).AsUInt64()
            : AdvSimd.Arm64.ZipLow(left.AsUInt32(), right.AsUInt32()).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> ZipHigh(Vector128<byte> left, Vector128<byte> right) =>
        Sse2.IsSupported
            ? Sse2.UnpackHigh(left.AsUInt32(), right.AsUInt32()).AsUInt64()
            : AdvSimd.Arm64.ZipHigh(left.AsUInt32(), right.AsUInt32()).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> ZipLow(Vector128<ulong> left, Vector128<ulong> right) =>
        Sse2.IsSupported ? Sse2.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> ZipHigh(Vector128<ulong> left, Vector128<ulong> right) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right);

    private static Vector128<byte>[] MakePlaces()
    {
        var places = new Vector128<byte>[Sets];
        Span<byte> taken = stackalloc byte[Vector128<byte>.Count];
        for (int escaped = 0; escaped < places.Length; escaped++)
        {
            taken.Clear();
            int length = 0;
            for (int i = 0; i < GroupSize; i++)
            {
                if ((escaped & (1 << i)) == 0)
                {
                    taken[length++] = (byte)i;
                    continue;
                }

                taken[length++] = Percent;
                taken[length++] = (byte)(Upper + i);
                taken[length++] = (byte)(Lower + i);
            }

            places[escaped] = Vector128.Create<byte>(taken);
        }

        return places;
    }
}
