using System.ComponentModel;
using System.Globalization;

namespace ProfileSchema;

public ref partial struct ProfileWriter
{
    /// <summary>The longest shortest form of a double, such as <c>-1.7976931348623157E+308</c>, with room to spare.</summary>
    private const int MaxShortestLength = 32;

    /// <summary>Writes an integer in decimal digits (VALUE-3).</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The number.</param>
    /// <remarks>
    /// Wider integers, and <see cref="Half"/>, are written with <see cref="WriteFormatted{T}(ReadOnlySpan{byte}, T, string?, int)"/>:
    /// so many types convert to them that overloads would be ambiguous.
    /// </remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, long value)
    {
        ref byte destination = ref BeginValue(name, Utf8Digits.MaxLength);
        EndValue(ref destination, Utf8Digits.Write(value, ref destination));
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, long)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, ulong value)
    {
        ref byte destination = ref BeginValue(name, Utf8Digits.MaxLength);
        EndValue(ref destination, Utf8Digits.Write(value, ref destination));
    }

    /// <summary>Writes a decimal number with its scale, so that <c>1.50</c> stays <c>1.50</c> (VALUE-3).</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The number; no zero has a sign.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, decimal value)
    {
        ref byte destination = ref BeginValue(name, Utf8Decimal.MaxLength);
        int written = Utf8Decimal.TryWrite(value, ref destination);
        EndValue(ref destination, written);
        if (written == 0)
        {
            _position += FormatPlain(value == 0 ? decimal.Abs(value) : value);
        }
    }

    /// <summary>
    /// Writes a number in the fewest digits that round-trip, never with an exponent (VALUE-3). Minus zero is <c>0</c>.
    /// </summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The number. It is rejected if it is NaN or infinite, or if its plain form has more than 256 characters (VALUE-2).</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, double value) => WriteFloat(name, value);

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, double)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, float value) => WriteFloat(name, value);

    /// <summary>Writes a value whose default format in the invariant culture contains unreserved characters only.</summary>
    private void WritePlain<T>(scoped ReadOnlySpan<byte> name, T value, int maxBytes)
        where T : IUtf8SpanFormattable
    {
        EndValue(ref BeginValue(name, maxBytes), 0);
        _position += FormatPlain(value);
    }

    private readonly int FormatPlain<T>(T value)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(_buffer[_position..], out int written, default, CultureInfo.InvariantCulture);
        return written;
    }

    private void WriteFloat<T>(scoped ReadOnlySpan<byte> name, T value)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        if (!T.IsFinite(value))
        {
            Reject(name, RejectionReason.NotFinite);
            return;
        }

        Span<byte> shortest = stackalloc byte[MaxShortestLength];
        (T.IsZero(value) ? T.Zero : value).TryFormat(shortest, out int length, default, CultureInfo.InvariantCulture);
        shortest = shortest[..length];
        if (!PlainNumber.TryParse(shortest, out PlainNumber plain))
        {
            WriteLiteral(name, shortest);
        }
        else
        {
            WritePlainNumber(name, plain, ProfileLimits.ValueLength);
        }
    }
}
