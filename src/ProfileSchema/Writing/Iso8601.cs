using System.Runtime.CompilerServices;

namespace ProfileSchema;

/// <summary>Dates and times in the round-trip forms of ISO 8601, escaped as they are written: <c>:</c> is <c>%3A</c>.</summary>
/// <remarks>Every method writes into room of <see cref="MaxLength"/> bytes, and returns how many count.</remarks>
internal static class Iso8601
{
    /// <summary>The longest is <c>2026-11-23T09%3A30%3A05.0000000%2B01%3A00</c>; words are stored whole beyond their end.</summary>
    public const int MaxLength = 64;

    private const int DateLength = 10;
    private const int TimeLength = 20;
    private const uint TicksPerSecond = (uint)TimeSpan.TicksPerSecond;

    public static int WriteDate(DateTime value, ref byte destination)
    {
        (int year, int month, int day) = value;
        uint century = (uint)year / 100;
        Utf8Digits.WriteTwo(century, ref destination);
        Utf8Digits.WriteTwo((uint)year - (century * 100), ref Unsafe.Add(ref destination, 2));
        Unsafe.Add(ref destination, 4) = (byte)'-';
        Utf8Digits.WriteTwo((uint)month, ref Unsafe.Add(ref destination, 5));
        Unsafe.Add(ref destination, 7) = (byte)'-';
        Utf8Digits.WriteTwo((uint)day, ref Unsafe.Add(ref destination, 8));
        return DateLength;
    }

    /// <summary>Writes a time of day with seven digits of a second.</summary>
    public static int WriteTime(ulong ticks, ref byte destination)
    {
        uint seconds = (uint)(ticks / TicksPerSecond);
        uint fraction = (uint)(ticks - ((ulong)seconds * TicksPerSecond));
        uint minutes = seconds / 60;
        uint hours = minutes / 60;
        WriteHoursAndMinutes(hours, minutes - (hours * 60), ref destination);
        WriteColon(ref Unsafe.Add(ref destination, 7));
        Utf8Digits.WriteTwo(seconds - (minutes * 60), ref Unsafe.Add(ref destination, 10));

        // Seven digits are eight with a zero before them, which the point takes the place of.
        Utf8Digits.WriteEight(fraction, ref Unsafe.Add(ref destination, 12));
        Unsafe.Add(ref destination, 12) = (byte)'.';
        return TimeLength;
    }

    /// <summary>Writes a date and a time without an offset.</summary>
    public static int Write(DateTime value, ref byte destination)
    {
        WriteDate(value, ref destination);
        Unsafe.Add(ref destination, DateLength) = (byte)'T';
        WriteTime((ulong)value.TimeOfDay.Ticks, ref Unsafe.Add(ref destination, DateLength + 1));
        return DateLength + 1 + TimeLength;
    }

    public static int Write(DateTimeOffset value, ref byte destination)
    {
        int length = Write(value.DateTime, ref destination);
        int minutes = (int)(value.Offset.Ticks / TimeSpan.TicksPerMinute);
        if (minutes < 0)
        {
            Unsafe.Add(ref destination, length++) = (byte)'-';
            minutes = -minutes;
        }
        else
        {
            PercentEscapes.Write(ref destination, length, '+');
            length += PercentEscapes.Length;
        }

        uint hours = (uint)minutes / 60;
        WriteHoursAndMinutes(hours, (uint)minutes - (hours * 60), ref Unsafe.Add(ref destination, length));
        return length + 7;
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

        ulong days = ticks / TimeSpan.TicksPerDay;
        if (days > 0)
        {
            length += Utf8Digits.Write(days, ref Unsafe.Add(ref destination, length));
            Unsafe.Add(ref destination, length++) = (byte)'.';
        }

        ulong time = ticks - (days * TimeSpan.TicksPerDay);
        length += WriteTime(time, ref Unsafe.Add(ref destination, length));
        return time % TicksPerSecond == 0 ? length - ".0000000".Length : length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteHoursAndMinutes(uint hours, uint minutes, ref byte destination)
    {
        Utf8Digits.WriteTwo(hours, ref destination);
        WriteColon(ref Unsafe.Add(ref destination, 2));
        Utf8Digits.WriteTwo(minutes, ref Unsafe.Add(ref destination, 5));
    }

    private static void WriteColon(ref byte destination) => PercentEscapes.Write(ref destination, 0, ':');
}
