using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProfileSchema;

/// <summary>Up to sixteen characters as bytes, and which of them are not unreserved.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe ref struct TextBlock
{
    public const int Length = 16;

    private readonly Vector128<byte> _bytes;
    private readonly Vector128<ushort> _anyUnit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TextBlock(Vector128<ushort> lower, Vector128<ushort> upper)
    {
        _bytes = UnreservedSet.Narrow(lower, upper);
        _anyUnit = lower | upper;

        // What lies behind the end of a shorter block is NUL, and so reserved; behind the last byte lies a bit of ours.
        Reserved = UnreservedSet.FindReserved(_bytes) | (1u << Length);
    }

    /// <summary>Whether there is hardware for blocks.</summary>
    public static bool IsSupported => UnreservedSet.IsVectorized;

    /// <summary>Whether there is hardware for <see cref="LoadStringTail"/>.</summary>
    public static bool IsStringTailSupported => Avx2.IsSupported;

    /// <summary>Gets a bit for each character, the first one lowest. It is set if the character is not unreserved, and after the last character.</summary>
    public uint Reserved { get; }

    /// <summary>Whether the first so many characters are unreserved, and the one behind them is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsPlain(int count) => BitOperations.TrailingZeroCount(Reserved) == count;

    /// <summary>Whether no character is beyond U+007F.</summary>
    public bool IsAscii
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (_anyUnit & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TextBlock Load(char* text) =>
        new(Vector128.Load((ushort*)text), Vector128.Load((ushort*)text + Vector128<ushort>.Count));

    /// <summary>
    /// Loads the last characters of a string at once, whatever their number, because branches on unpredictable lengths take longer than the
    /// work itself.
    /// </summary>
    /// <param name="text">Points into a string: the NUL that ends it is read where the length is odd.</param>
    /// <param name="length">The characters up to the end of the string, 1 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TextBlock LoadStringTail(char* text, int length)
    {
        // The masked load reads pairs of characters and accesses no memory outside of them.
        Vector256<int> indices = Vector256.Create(0, 2, 4, 6, 8, 10, 12, 14);
        Vector256<int> mask = Vector256.GreaterThan(Vector256.Create(length), indices);
        Vector256<ushort> units = Avx2.MaskLoad((int*)text, mask).AsUInt16();
        return new TextBlock(units.GetLower(), units.GetUpper());
    }

    /// <summary>Writes sixteen bytes, of which those of unreserved characters have a meaning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref byte destination) => Unsafe.WriteUnaligned(ref destination, _bytes);

    /// <summary>Writes the first characters of a block of ASCII, escaping the reserved ones; returns the bytes that count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int StoreEscaped(int count, ref byte destination) =>
        EscapedAscii.Write(_bytes, count, Reserved & ((1u << count) - 1), ref destination);

    /// <summary>Writes sixteen bytes, the first of which is that of a later character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreFrom(int index, ref byte destination) =>
        Unsafe.WriteUnaligned(ref destination, UnreservedSet.Shift(_bytes, index));
}
