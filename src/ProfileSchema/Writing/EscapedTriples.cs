using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProfileSchema;

/// <summary>
/// Writes characters that take three bytes of UTF-8, as those of Japanese and Chinese do, four at a time:
/// <c>%EX%XX%XX</c> each, of which five hex digits differ.
/// </summary>
internal static unsafe class EscapedTriples
{
    /// <summary>The characters of a group.</summary>
    public const int GroupSize = 4;

    public const int BytesPerChar = 9;

    /// <summary>No byte.</summary>
    private const byte X = 0xFF;

    /// <summary>Whether there is hardware for groups.</summary>
    public static bool IsSupported => UnreservedSet.IsVectorized;

    private static Vector128<byte> HexDigits => Vector128.Create("0123456789ABCDEF"u8);

    /// <summary>How many characters of a group, from the first on, take three bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(char* source)
    {
        // Neither below U+0800 nor a surrogate: the upper five bits decide both.
        Vector128<ushort> upper = Load(source) & Vector128.Create((ushort)0xF800);
        Vector128<ushort> others =
            Vector128.Equals(upper, Vector128<ushort>.Zero) | Vector128.Equals(upper, Vector128.Create((ushort)0xD800));
        return BitOperations.TrailingZeroCount(others.ExtractMostSignificantBits() | (1u << GroupSize));
    }

    /// <summary>Writes a group, all of whose characters take three bytes, and twelve bytes behind it that have no meaning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(char* source, ref byte destination)
    {
        // UTF-8 is 1110aaaa 10bbcccc 10ddeeee; a lane contains the digits a, 8 + b, c and 8 + d, and the other vector contains e.
        Vector128<uint> units = Vector128.WidenLower(Load(source));
        Vector128<uint> first =
            (units >>> 12)
            | ((units & Vector128.Create(0x0C00u)) >>> 2)
            | ((units & Vector128.Create(0x03C0u)) << 10)
            | ((units & Vector128.Create(0x0030u)) << 20)
            | Vector128.Create(0x0800_0800u);
        Vector128<byte> digits = UnreservedSet.Lookup(HexDigits, first.AsByte());
        Vector128<byte> last = UnreservedSet.Lookup(HexDigits, (units & Vector128.Create(0xFu)).AsByte());

        Store(
            digits,
            Vector128.Create(X, X, 0, X, 1, 2, X, 3, X, X, X, 4, X, 5, 6, X),
            last,
            Vector128.Create(X, X, X, X, X, X, X, X, 0, X, X, X, X, X, X, X),
            "%E\0%\0\0%\0\0%E\0%\0\0%"u8,
            ref destination
        );
        Store(
            digits,
            Vector128.Create(7, X, X, X, 8, X, 9, 10, X, 11, X, X, X, 12, X, 13),
            last,
            Vector128.Create(X, 4, X, X, X, X, X, X, X, X, 8, X, X, X, X, X),
            "\0\0%E\0%\0\0%\0\0%E\0%\0"u8,
            ref Unsafe.Add(ref destination, 16)
        );
        Store(
            digits,
            Vector128.Create(14, X, 15, X, X, X, X, X, X, X, X, X, X, X, X, X),
            last,
            Vector128.Create(X, X, X, 12, X, X, X, X, X, X, X, X, X, X, X, X),
            "\0%\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8,
            ref Unsafe.Add(ref destination, 32)
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        Vector128<byte> digits,
        Vector128<byte> digitPlaces,
        Vector128<byte> last,
        Vector128<byte> lastPlaces,
        ReadOnlySpan<byte> form,
        ref byte destination
    )
    {
        Vector128<byte> bytes =
            UnreservedSet.Lookup(digits, digitPlaces)
            | UnreservedSet.Lookup(last, lastPlaces)
            | Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(form));
        bytes.StoreUnsafe(ref destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Load(char* source) =>
        Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(source)).AsUInt16();
}
