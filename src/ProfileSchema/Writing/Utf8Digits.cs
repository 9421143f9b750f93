using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProfileSchema;

/// <summary>Decimal digits straight into UTF-8: eight at a time by arithmetic on one word, without a branch per digit.</summary>
internal static class Utf8Digits
{
    /// <summary>Room for any 64-bit integer with its sign, and for the word whose end does not count.</summary>
    public const int MaxLength = 32;

    private const ulong EightDigits = 100_000_000;
    private const ulong Zeros = 0x3030_3030_3030_3030;

    private static readonly ulong[] DigitCounts = MakeDigitCounts();

    private static ReadOnlySpan<byte> Pairs =>
        "00010203040506070809"u8
        + "10111213141516171819"u8
        + "20212223242526272829"u8
        + "30313233343536373839"u8
        + "40414243444546474849"u8
        + "50515253545556575859"u8
        + "60616263646566676869"u8
        + "70717273747576777879"u8
        + "80818283848586878889"u8
        + "90919293949596979899"u8;

    /// <summary>Writes a number without leading zeros and returns how many digits it has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(ulong value, ref byte destination)
    {
        if (value >= EightDigits)
        {
            return WriteLong(value, ref destination);
        }

        // The first digit is in the lowest byte: leading zeros are shifted out. Their number does not come from the digits,
        // because the next value waits for it.
        int length = CountDigits((uint)value);
        StoreWord((Split((uint)value) | Zeros) >> (8 * (sizeof(ulong) - length)), ref destination);
        return length;
    }

    /// <summary>Writes a number with its sign and returns how many bytes it takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(long value, ref byte destination)
    {
        if (value >= 0)
        {
            return Write((ulong)value, ref destination);
        }

        destination = (byte)'-';
        return 1 + Write(0 - (ulong)value, ref Unsafe.Add(ref destination, 1));
    }

    /// <summary>Writes exactly eight digits of a number below 100,000,000.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteEight(uint value, ref byte destination) => StoreWord(Split(value) | Zeros, ref destination);

    /// <summary>Writes exactly two digits of a number below 100.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteTwo(uint value, ref byte destination)
    {
        // No bounds check: the callers give a number below 100.
        ref byte pairs = ref MemoryMarshal.GetReference(Pairs);
        Unsafe.WriteUnaligned(
            ref destination,
            Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref pairs, (nint)(2 * value)))
        );
    }

    /// <summary>
    /// The digits of a number below 2^27, at least one. Each entry counts those of the least number with so many bits, in
    /// its upper half; its lower half carries over from the next power of ten on.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountDigits(uint value)
    {
        ref ulong first = ref MemoryMarshal.GetArrayDataReference(DigitCounts);
        ulong count = Unsafe.Add(ref first, BitOperations.Log2(value));
        return (int)((count + value) >> 32);
    }

    private static ulong[] MakeDigitCounts()
    {
        var counts = new ulong[27];
        for (int bits = 0; bits < counts.Length; bits++)
        {
            ulong least = bits == 0 ? 0 : 1UL << bits;
            ulong power = 10;
            ulong digits = 1;
            for (; power <= least; power *= 10)
            {
                digits++;
            }

            counts[bits] = ((digits + 1) << 32) - power;
        }

        return counts;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteLong(ulong value, ref byte destination)
    {
        ulong upper = value / EightDigits;
        int length = Write(upper, ref destination);
        WriteEight((uint)(value - (upper * EightDigits)), ref Unsafe.Add(ref destination, length));
        return length + 8;
    }

    /// <summary>The eight digits of a number below 100,000,000, a byte each, the first one lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Split(uint value)
    {
        // Halves of four digits, then quarters of two, then single digits; each division is a multiplication that is
        // exact over its range. With a quotient q by d, q in a lane and the remainder x - q * d in the lane that is so many
        // bits higher make q + ((x - q * d) << bits), which is (x << bits) - q * ((d << bits) - 1).
        ulong thousands = value / 10_000;
        ulong word = ((ulong)value << 32) - (thousands * ((10_000UL << 32) - 1));
        ulong hundreds = ((word * 10_486) >> 20) & 0x0000_007F_0000_007F;
        word = (word << 16) - (hundreds * ((100 << 16) - 1));
        ulong tens = ((word * 103) >> 10) & 0x000F_000F_000F_000F;
        return (word << 8) - (tens * ((10 << 8) - 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreWord(ulong word, ref byte destination) =>
        Unsafe.WriteUnaligned(
            ref destination,
            BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word)
        );
}
