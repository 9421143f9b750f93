using System.Runtime.CompilerServices;

namespace ProfileSchema;

/// <summary>
/// Decimal numbers whose digits fit 64 bits, which all but the largest do, straight into UTF-8 (VALUE-3): no exponent, no
/// group separator, no sign before a zero.
/// </summary>
internal static class Utf8Decimal
{
    /// <summary>Room for every number that is written here, and for words that are stored whole beyond their end.</summary>
    public const int MaxLength = 64;

    private const int MaxScale = 19;

    private static ReadOnlySpan<ulong> PowersOfTen =>
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

    /// <summary>Writes a number with its scale and returns the bytes, or 0 if it is not one of those that are written here.</summary>
    public static int TryWrite(decimal value, ref byte destination)
    {
        (ulong digits, int scale, bool isNegative) = Read(value);
        return scale > MaxScale ? 0 : Write(digits, scale, isNegative, ref destination);
    }

    /// <summary>
    /// Writes a number with so many digits after the point, rounded half away from zero as the format <c>F</c> does;
    /// returns the bytes, or 0 if it is not one of those that are written here.
    /// </summary>
    public static int TryWriteFixed(decimal value, int fractionDigits, ref byte destination)
    {
        (ulong digits, int scale, bool isNegative) = Read(value);
        if (scale > MaxScale)
        {
            return 0;
        }

        if (scale > fractionDigits)
        {
            ulong divisor = PowersOfTen[scale - fractionDigits];
            ulong quotient = digits / divisor;
            ulong remainder = digits - (quotient * divisor);
            digits = quotient + (remainder >= divisor - remainder ? 1UL : 0);
            scale = fractionDigits;
        }

        int length = Write(digits, scale, isNegative, ref destination);
        if (scale < fractionDigits)
        {
            // The point stands already if there was a fraction.
            if (scale == 0)
            {
                Unsafe.Add(ref destination, length++) = (byte)'.';
            }

            for (; scale < fractionDigits; scale++)
            {
                Unsafe.Add(ref destination, length++) = (byte)'0';
            }
        }

        return length;
    }

    /// <summary>The parts of a number; a scale beyond every other if its digits do not fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Digits, int Scale, bool IsNegative) Read(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        int scale = parts[2] == 0 ? (parts[3] >> 16) & 0xFF : int.MaxValue;
        return (((ulong)(uint)parts[1] << 32) | (uint)parts[0], scale, parts[3] < 0);
    }

    private static int Write(ulong digits, int scale, bool isNegative, ref byte destination)
    {
        // Most have none of a sign, more than eight digits, or a scale other than two.
        int length = 0;
        if (isNegative && digits != 0)
        {
            destination = (byte)'-';
            length = 1;
        }

        if (scale == 0)
        {
            return length + Utf8Digits.Write(digits, ref Unsafe.Add(ref destination, length));
        }

        ulong power = PowersOfTen[scale];
        ulong integer = scale == 2 ? digits / 100 : digits / power;
        ulong fraction = digits - (integer * power);
        length += Utf8Digits.Write(integer, ref Unsafe.Add(ref destination, length));
        ref byte point = ref Unsafe.Add(ref destination, length);
        point = (byte)'.';
        if (scale == 2)
        {
            Utf8Digits.WriteTwo((uint)fraction, ref Unsafe.Add(ref point, 1));
        }
        else
        {
            WritePadded(fraction, scale, ref Unsafe.Add(ref point, 1));
        }

        return length + 1 + scale;
    }

    /// <summary>Writes digits with the zeros before them that make up a length.</summary>
    private static void WritePadded(ulong value, int length, ref byte destination)
    {
        for (int i = length - 1; i >= 0; i--)
        {
            ulong tenth = value / 10;
            Unsafe.Add(ref destination, i) = (byte)('0' + (value - (tenth * 10)));
            value = tenth;
        }
    }
}
