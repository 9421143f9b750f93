using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProfileSchema;

/// <summary>
/// Decimal numbers whose digits fit 64 bits, which all but the largest do, straight into UTF-8 (VALUE-3): no exponent, no
/// group separator, no sign before a zero.
/// </summary>
/// <remarks>Every method returns the bytes written, or 0 if the number is not one of those that are written here.</remarks>
internal static class Utf8Decimal
{
    /// <summary>Room for every number that is written here, and for words that are stored whole beyond their end.</summary>
    public const int MaxLength = 64;

    private const int MaxScale = 19;

    /// <summary>The flags of a number that is not negative and has two digits behind the point, as most amounts have.</summary>
    private const int PlainAmount = 2 << 16;

    private static readonly ulong[] PowersOfTen =
    [
        1,
        10,
        100,
        1_000,
        10_000,
        100_000,
        1_000_000,
        10_000_000,
        100_000_000,
        1_000_000_000,
        10_000_000_000,
        100_000_000_000,
        1_000_000_000_000,
        10_000_000_000_000,
        100_000_000_000_000,
        1_000_000_000_000_000,
        10_000_000_000_000_000,
        100_000_000_000_000_000,
        1_000_000_000_000_000_000,
        10_000_000_000_000_000_000,
    ];

    /// <summary>Writes a number with its scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TryWrite(decimal value, ref byte destination)
    {
        var parts = Unsafe.BitCast<decimal, Parts>(value);
        return parts is { Flags: PlainAmount, High: 0 }
            ? WriteAmount(parts.Digits, ref destination)
            : TryWriteAny(parts, ref destination);
    }

    /// <summary>Writes a number with so many digits behind the point, rounded half away from zero as the format <c>F</c> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TryWriteFixed(decimal value, int fractionDigits, ref byte destination)
    {
        var parts = Unsafe.BitCast<decimal, Parts>(value);
        return parts is { Flags: PlainAmount, High: 0 } && fractionDigits == 2
            ? WriteAmount(parts.Digits, ref destination)
            : TryWriteAnyFixed(parts, fractionDigits, ref destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteAmount(ulong hundredths, ref byte destination)
    {
        ulong integer = hundredths / 100;
        int length = Utf8Digits.Write(integer, ref destination);
        Unsafe.Add(ref destination, length) = (byte)'.';
        Utf8Digits.WriteTwo((uint)(hundredths - (integer * 100)), ref Unsafe.Add(ref destination, length + 1));
        return length + 3;
    }

    private static int TryWriteAny(Parts parts, ref byte destination) =>
        parts.High != 0 || parts.Scale > MaxScale
            ? 0
            : Write(parts.Digits, parts.Scale, parts.IsNegative, ref destination);

    private static int TryWriteAnyFixed(Parts parts, int fractionDigits, ref byte destination)
    {
        if (parts.High != 0 || parts.Scale > MaxScale)
        {
            return 0;
        }

        ulong digits = parts.Digits;
        int scale = parts.Scale;
        if (scale > fractionDigits)
        {
            ulong divisor = PowersOfTen[scale - fractionDigits];
            (digits, ulong remainder) = Math.DivRem(digits, divisor);
            digits += remainder >= divisor - remainder ? 1UL : 0;
            scale = fractionDigits;
        }

        int length = Write(digits, scale, parts.IsNegative, ref destination);
        if (scale == 0 && fractionDigits > 0)
        {
            Unsafe.Add(ref destination, length++) = (byte)'.';
        }

        for (; scale < fractionDigits; scale++)
        {
            Unsafe.Add(ref destination, length++) = (byte)'0';
        }

        return length;
    }

    private static int Write(ulong digits, int scale, bool isNegative, ref byte destination)
    {
        int length = 0;
        if (isNegative && digits != 0)
        {
            destination = (byte)'-';
            length = 1;
        }

        (ulong integer, ulong fraction) = Math.DivRem(digits, PowersOfTen[scale]);
        length += Utf8Digits.Write(integer, ref Unsafe.Add(ref destination, length));
        if (scale == 0)
        {
            return length;
        }

        Unsafe.Add(ref destination, length) = (byte)'.';
        for (int i = length + scale; i > length; i--)
        {
            (fraction, ulong digit) = Math.DivRem(fraction, 10);
            Unsafe.Add(ref destination, i) = (byte)('0' + digit);
        }

        return length + 1 + scale;
    }

    /// <summary>The fields of a decimal in the layout of .NET. <see cref="decimal.GetBits(decimal, Span{int})"/> would copy them through memory.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Parts(int Flags, uint High, ulong Digits)
    {
        public int Scale => (Flags >> 16) & 0xFF;

        public bool IsNegative => Flags < 0;
    }
}
