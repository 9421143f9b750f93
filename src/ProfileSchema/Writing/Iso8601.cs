using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProfileSchema;

/// <summary>Dates and times in the round-trip forms of ISO 8601, escaped as they are written: <c>:</c> is <c>%3A</c>.</summary>
/// <remarks>
/// Every method writes into room of <see cref="MaxLength"/> bytes and returns how many count. First comes the form, whole
/// blocks of it, then each pair of digits in its place.
/// </remarks>
internal static class Iso8601
{
    /// <summary>The longest is <c>2026-11-23T09%3A30%3A05.0000000%2B01%3A00</c>; blocks reach beyond their end.</summary>
    public const int MaxLength = 64;

    private const int DateLength = 10;
    private const int TimeLength = 20;
    private const ulong TicksPerSecond = TimeSpan.TicksPerSecond;
    private const ulong TicksPerDay = TimeSpan.TicksPerDay;

    public static int WriteDate(int days, ref byte destination)
    {
        WriteForm("0000-00-00      "u8, ref destination);
        WriteDateDigits((uint)days, ref destination);
        return DateLength;
    }

    /// <summary>Writes a time of day with seven digits of a second.</summary>
    public static int WriteTime(ulong ticks, ref byte destination)
    {
        WriteForm("00%3A00%3A00.000"u8, ref destination);
        WriteTimeDigits(ticks, ref destination);
        return TimeLength;
    }

    /// <summary>Writes a date and a time without an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteInstant(long ticks, ref byte destination)
    {
        ulong days = (ulong)ticks / TicksPerDay;
        WriteForm("0000-00-00T00%3A"u8, ref destination);
        WriteForm("00%3A00.0000000 "u8, ref Unsafe.Add(ref destination, 16));
        WriteDateDigits((uint)days, ref destination);
        WriteTimeDigits((ulong)ticks - (days * TicksPerDay), ref Unsafe.Add(ref destination, DateLength + 1));
        return DateLength + 1 + TimeLength;
    }

    public static int Write(DateTimeOffset value, ref byte destination)
    {
        int length = WriteInstant(value.Ticks, ref destination);
        ref byte end = ref Unsafe.Add(ref destination, length);
        int minutes = value.TotalOffsetMinutes;

        // Chosen without a branch: either sign is likely.
        ReadOnlySpan<byte> forms = "%2B00%3A00      -00%3A00        "u8;
        int sign = minutes >> 31;
        WriteForm(forms.Slice(sign & 16, 16), ref end);
        uint absolute = (uint)((minutes ^ sign) - sign);
        uint hours = absolute / 60;
        int signLength = 3 + (sign & -2);
        Utf8Digits.WriteTwo(hours, ref Unsafe.Add(ref end, signLength));
        Utf8Digits.WriteTwo(absolute - (hours * 60), ref Unsafe.Add(ref end, signLength + 5));
        return length + signLength + "00%3A00".Length;
    }

    /// <summary>Writes a span of time in the constant form, <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    public static int Write(TimeSpan value, ref byte destination)
    {
        int length = 0;
        ulong ticks = (ulong)value.Ticks;
        if (value.Ticks < 0)
        {
            destination = (byte)'-';
            length = 1;
            ticks = 0 - ticks;
        }

        ulong days = ticks / TicksPerDay;
        if (days > 0)
        {
            length += Utf8Digits.Write(days, ref Unsafe.Add(ref destination, length));
            Unsafe.Add(ref destination, length++) = (byte)'.';
        }

        ulong time = ticks - (days * TicksPerDay);
        length += WriteTime(time, ref Unsafe.Add(ref destination, length));
        return time % TicksPerSecond == 0 ? length - ".0000000".Length : length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteForm(ReadOnlySpan<byte> form, ref byte destination) =>
        Unsafe.WriteUnaligned(ref destination, Unsafe.ReadUnaligned<Int128>(ref MemoryMarshal.GetReference(form)));

    /// <summary>The digits of the day that comes so many days after the first of the year 1.</summary>
    /// <remarks>
    /// By years that begin in March, so that a leap day is a year's last (C. Neri, L. Schneider: Euclidean affine functions
    /// and their application to calendar algorithms). Divisions are multiplications that are exact over the range.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteDateDigits(uint days, ref byte destination)
    {
        const uint daysFromMarch = 306;
        uint quarterDays = (4 * (days + daysFromMarch)) + 3;
        uint century = quarterDays / 146_097;
        ulong product = 2_939_745UL * (((quarterDays - (century * 146_097)) | 3));
        uint yearOfCentury = (uint)(product >> 32);
        uint dayOfYear = (uint)product / 2_939_745 / 4;
        uint monthAndDay = (2_141 * dayOfYear) + 197_913;
        uint month = monthAndDay >> 16;
        uint day = ((monthAndDay & 0xFFFF) / 2_141) + 1;

        uint isNextYear = dayOfYear >= daysFromMarch ? 1u : 0u;
        uint year = (century * 100) + yearOfCentury + isNextYear;
        uint hundreds = year / 100;
        Utf8Digits.WriteTwo(hundreds, ref destination);
        Utf8Digits.WriteTwo(year - (hundreds * 100), ref Unsafe.Add(ref destination, 2));
        Utf8Digits.WriteTwo(month - (12 * isNextYear), ref Unsafe.Add(ref destination, 5));
        Utf8Digits.WriteTwo(day, ref Unsafe.Add(ref destination, 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteTimeDigits(ulong ticks, ref byte destination)
    {
        uint seconds = (uint)(ticks / TicksPerSecond);
        uint fraction = (uint)(ticks - (seconds * TicksPerSecond));
        uint minutes = seconds / 60;
        uint hours = minutes / 60;
        Utf8Digits.WriteTwo(hours, ref destination);
        Utf8Digits.WriteTwo(minutes - (hours * 60), ref Unsafe.Add(ref destination, 5));
        Utf8Digits.WriteTwo(seconds - (minutes * 60), ref Unsafe.Add(ref destination, 10));

        // Seven digits are eight with a zero before them, in whose place the point goes.
        Utf8Digits.WriteEight(fraction, ref Unsafe.Add(ref destination, 12));
        Unsafe.Add(ref destination, 12) = (byte)'.';
    }
}
