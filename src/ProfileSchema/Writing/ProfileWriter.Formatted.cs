using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProfileSchema;

public ref partial struct ProfileWriter
{
    /// <summary>The size of the stack buffer for a formatted value, in bytes. Longer values use a pooled buffer.</summary>
    private const int FormatCapacity = 256;

    /// <summary>
    /// Writes a value by a .NET format string with the invariant culture. A number in scientific notation is written
    /// in its plain form, and a zero without a sign (VALUE-3).
    /// </summary>
    /// <typeparam name="T">The type of the value, which formats itself into UTF-8. Null is written as no value.</typeparam>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">
    /// The value. It is rejected if its text has more than <paramref name="maxLength"/> characters or is malformed UTF-8, or if it is NaN or
    /// infinite. Empty text is written as no value.
    /// </param>
    /// <param name="format">The format string; null for the default of the type, and for ISO 8601 if it is a date or a time.</param>
    /// <param name="maxLength">The maximum length of the value before encoding, in UTF-16 characters (VALUE-2).</param>
    /// <exception cref="FormatException">The type does not support the format.</exception>
    /// <remarks>Inlined, so that a format known at compile time chooses its way there.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteFormatted<T>(
        scoped ReadOnlySpan<byte> name,
        T value,
        string? format,
        int maxLength = ProfileLimits.ValueLength
    )
        where T : IUtf8SpanFormattable
    {
        if (typeof(T) == typeof(decimal) && maxLength >= Utf8Decimal.MaxLength && format is ['F', >= '0' and <= '9'])
        {
            WriteFixed(name, Unsafe.As<T, decimal>(ref value), format[1] - '0');
        }
        else if (
            typeof(T) == typeof(DateOnly)
            && maxLength >= Iso8601.MaxLength
            && format is "yyyy-MM-dd" or "O" or "o"
        )
        {
            Write(name, Unsafe.As<T, DateOnly>(ref value));
        }
        else if (typeof(T) == typeof(DateTime) && maxLength >= Iso8601.MaxLength && format is "yyyy-MM-dd")
        {
            WriteDate(name, DateOnly.FromDateTime(Unsafe.As<T, DateTime>(ref value)).DayNumber);
        }
        else if (typeof(T) == typeof(DateTimeOffset) && maxLength >= Iso8601.MaxLength && format is "yyyy-MM-dd")
        {
            WriteDate(name, DateOnly.FromDateTime(Unsafe.As<T, DateTimeOffset>(ref value).DateTime).DayNumber);
        }
        else
        {
            WriteByFormat(name, value, format, maxLength);
        }
    }

    private void WriteFixed(scoped ReadOnlySpan<byte> name, decimal value, int fractionDigits)
    {
        ref byte destination = ref BeginValue(name, Utf8Decimal.MaxLength);
        int written = Utf8Decimal.TryWriteFixed(value, fractionDigits, ref destination);
        EndValue(ref destination, written);
        if (written == 0)
        {
            _position += FormatFixed(value, fractionDigits);
        }
    }

    /// <summary>Writes a number whose digits do not fit into 64 bits by .NET's formatter, without the sign of a zero.</summary>
    private readonly int FormatFixed(decimal value, int fractionDigits)
    {
        decimal rounded = decimal.Round(value, fractionDigits, MidpointRounding.AwayFromZero);
        Span<char> format = ['F', (char)('0' + fractionDigits)];
        value = rounded == 0 ? decimal.Zero : value;
        value.TryFormat(_buffer[_position..], out int written, format, CultureInfo.InvariantCulture);
        return written;
    }

    private void WriteByFormat<T>(scoped ReadOnlySpan<byte> name, T value, string? format, int maxLength)
        where T : IUtf8SpanFormattable
    {
        if (!typeof(T).IsValueType && value is null)
        {
            WriteNull(name);
            return;
        }

        if (!typeof(T).IsValueType && typeof(T).IsInterface && TryWriteKnown(name, value, format, maxLength))
        {
            return;
        }

        if (typeof(T) == typeof(char))
        {
            // An unpaired surrogate can't format itself either.
            Write(name, Unsafe.As<T, char>(ref value));
            return;
        }

        if (IsNotFinite(value))
        {
            Reject(name, RejectionReason.NotFinite);
            return;
        }

        format ??= IsInstant<T>() ? "O" : null;
        Span<byte> utf8 = stackalloc byte[FormatCapacity];
        byte[]? rented = null;
        int length;
        while (!value.TryFormat(utf8, out length, format, CultureInfo.InvariantCulture))
        {
            Return(rented);
            rented = Enlarge(utf8.Length, maxLength);
            if (rented is null)
            {
                Reject(name, RejectionReason.ValueTooLong);
                return;
            }

            utf8 = rented;
        }

        WriteFormattedUtf8<T>(name, utf8[..length], format, maxLength);
        Return(rented);
    }

    private void WriteFormattedUtf8<T>(
        scoped ReadOnlySpan<byte> name,
        scoped ReadOnlySpan<byte> utf8,
        string? format,
        int maxLength
    )
    {
        if (IsDecimalNumber<T>(format))
        {
            if (PlainNumber.TryParse(utf8, out PlainNumber plain))
            {
                WritePlainNumber(name, plain, maxLength);
                return;
            }

            bool isNegativeZero = utf8 is [(byte)'-', ..] && !utf8.ContainsAnyInRange((byte)'1', (byte)'9');
            utf8 = isNegativeZero ? utf8[1..] : utf8;
        }

        WriteTextUtf8(name, utf8, maxLength);
    }

    private void WritePlainNumber(scoped ReadOnlySpan<byte> name, scoped PlainNumber number, int maxLength)
    {
        if (number.Length > maxLength)
        {
            Reject(name, RejectionReason.ValueTooLong);
            return;
        }

        ref byte destination = ref BeginValue(name, number.Length);
        number.CopyTo(MemoryMarshal.CreateSpan(ref destination, number.Length));
        EndValue(ref destination, number.Length);
    }

    private static bool IsNotFinite<T>(T value) =>
        (typeof(T) == typeof(double) && !double.IsFinite(Unsafe.As<T, double>(ref value)))
        || (typeof(T) == typeof(float) && !float.IsFinite(Unsafe.As<T, float>(ref value)))
        || (typeof(T) == typeof(Half) && !Half.IsFinite(Unsafe.As<T, Half>(ref value)))
        || (typeof(T) == typeof(NFloat) && !NFloat.IsFinite(Unsafe.As<T, NFloat>(ref value)));

    /// <summary>Returns whether the default format of the type is a culture-specific date or time (VALUE-7).</summary>
    private static bool IsInstant<T>() =>
        typeof(T) == typeof(DateTime)
        || typeof(T) == typeof(DateTimeOffset)
        || typeof(T) == typeof(DateOnly)
        || typeof(T) == typeof(TimeOnly);

    /// <summary>Returns whether an <c>E</c> in the text is an exponent, which it is not in hexadecimal text or for other types.</summary>
    private static bool IsDecimalNumber<T>(string? format) =>
        (format is not [('x' or 'X' or 'b' or 'B'), ..])
        && (
            typeof(T) == typeof(double)
            || typeof(T) == typeof(float)
            || typeof(T) == typeof(Half)
            || typeof(T) == typeof(NFloat)
            || typeof(T) == typeof(decimal)
            || typeof(T) == typeof(sbyte)
            || typeof(T) == typeof(byte)
            || typeof(T) == typeof(short)
            || typeof(T) == typeof(ushort)
            || typeof(T) == typeof(int)
            || typeof(T) == typeof(uint)
            || typeof(T) == typeof(long)
            || typeof(T) == typeof(ulong)
            || typeof(T) == typeof(nint)
            || typeof(T) == typeof(nuint)
            || typeof(T) == typeof(Int128)
            || typeof(T) == typeof(UInt128)
        );

    private static void Return(byte[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}
