using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace ProfileSchema;

/// <content>Values that a converter, or the type itself in UTF-16, turns into text.</content>
public ref partial struct ProfileWriter
{
    /// <summary>Writes a value through a converter. Null, and a value for which the converter writes no text, is written as no value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TConverter">The converter.</typeparam>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The value. It is rejected if its text does not fit, has too many characters, or is malformed UTF-8.</param>
    /// <param name="maxLength">The maximum length of the text before encoding, in UTF-16 characters (VALUE-2).</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteConverted<T, TConverter>(
        scoped ReadOnlySpan<byte> name,
        T value,
        int maxLength = ProfileLimits.ValueLength
    )
        where TConverter : IProfileConverter<T>
    {
        if (value is null)
        {
            WriteNull(name);
            return;
        }

        Span<byte> utf8 = stackalloc byte[FormatCapacity];
        byte[]? rented = null;
        int length;
        while (!TConverter.TryFormat(value, utf8, out length))
        {
            Return(rented);
            rented = Enlarge(utf8.Length, maxLength);
            if (rented is null)
            {
                Reject(name, RejectionReason.NotConverted);
                return;
            }

            utf8 = rented;
        }

        WriteTextUtf8(name, utf8[..length], maxLength);
        Return(rented);
    }

    /// <summary>Writes a value that formats itself into UTF-16 only, with the invariant culture. Null is written as no value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The value. It is rejected if its text has too many characters or contains an unpaired surrogate.</param>
    /// <param name="format">The format string; null for the default of the type.</param>
    /// <param name="maxLength">The maximum length of the text before encoding, in UTF-16 characters (VALUE-2).</param>
    /// <exception cref="FormatException">The type does not support the format.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteSpanFormattable<T>(
        scoped ReadOnlySpan<byte> name,
        T value,
        string? format = null,
        int maxLength = ProfileLimits.ValueLength
    )
        where T : ISpanFormattable
    {
        if (value is null)
        {
            WriteNull(name);
            return;
        }

        if ((typeof(T).IsValueType || typeof(T).IsInterface) && TryWriteKnown(name, value, format, maxLength))
        {
            return;
        }

        int limit = Math.Min(maxLength, ProfileLimits.ProfileBytes);
        char[]? rented = null;
        Span<char> text =
            limit <= FormatCapacity ? stackalloc char[FormatCapacity] : rented = ArrayPool<char>.Shared.Rent(limit);
        if (value.TryFormat(text, out int length, format, CultureInfo.InvariantCulture))
        {
            WriteText(name, text[..length], maxLength);
        }
        else
        {
            Reject(name, RejectionReason.ValueTooLong);
        }

        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }
    }

    /// <summary>Writes a value whose text has protocol rules (URL-3, VALUE-3, VALUE-7) and whose static type is a type parameter or an interface.</summary>
    private bool TryWriteKnown<T>(scoped ReadOnlySpan<byte> name, T value, string? format, int maxLength)
    {
        switch (value)
        {
            case double number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case float number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case Half number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case NFloat number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case decimal number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case sbyte number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case byte number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case short number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case ushort number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case int number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case uint number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case long number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case ulong number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case nint number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case nuint number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case Int128 number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case UInt128 number:
                WriteFormatted(name, number, format, maxLength);
                return true;
            case char character:
                WriteFormatted(name, character, format, maxLength);
                return true;
            case DateTime instant:
                WriteFormatted(name, instant, format, maxLength);
                return true;
            case DateTimeOffset instant:
                WriteFormatted(name, instant, format, maxLength);
                return true;
            case DateOnly date:
                WriteFormatted(name, date, format, maxLength);
                return true;
            case TimeOnly time:
                WriteFormatted(name, time, format, maxLength);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes UTF-8 text that is not known to be well-formed or short enough.</summary>
    private void WriteTextUtf8(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> utf8, int maxLength)
    {
        if (utf8.IsEmpty)
        {
            WriteNull(name);
        }
        else if (!Utf8.IsValid(utf8))
        {
            Reject(name, RejectionReason.InvalidUnicode);
        }
        else if (Encoding.UTF8.GetCharCount(utf8) > maxLength)
        {
            Reject(name, RejectionReason.ValueTooLong);
        }
        else
        {
            WriteUtf8(name, utf8);
        }
    }

    /// <summary>A larger buffer, or null if the one that was too small had room for every text that is allowed.</summary>
    private static byte[]? Enlarge(int capacity, int maxLength) =>
        capacity / 3 > Math.Min(maxLength, ProfileLimits.ProfileBytes)
            ? null
            : ArrayPool<byte>.Shared.Rent(capacity * 4);
}
