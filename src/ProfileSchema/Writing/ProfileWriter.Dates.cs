using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace ProfileSchema;

public ref partial struct ProfileWriter
{
    /// <summary>The longest round-trip form of a date, a time or a span, with room to spare.</summary>
    private const int MaxRoundTripLength = 48;

    /// <summary>Writes a GUID as 36 characters, lowercase hexadecimal digits with hyphens.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The GUID.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, Guid value) => WritePlain(name, value, 36);

    /// <summary>Writes a date and time in the round-trip form of ISO 8601, such as <c>2026-11-23T09:30:00.0000000Z</c>.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The value; only one whose kind is known carries <c>Z</c> or an offset.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, DateTime value)
    {
        if (value.Kind is DateTimeKind.Local)
        {
            WriteLocal(name, value);
            return;
        }

        ref byte destination = ref BeginValue(name, Iso8601.MaxLength);
        int written = Iso8601.WriteInstant(value.Ticks, ref destination);
        if (value.Kind is DateTimeKind.Utc)
        {
            Unsafe.Add(ref destination, written++) = (byte)'Z';
        }

        EndValue(ref destination, written);
    }

    /// <summary>Writes an instant in the round-trip form of ISO 8601, with its offset.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The instant.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        ref byte destination = ref BeginValue(name, Iso8601.MaxLength);
        EndValue(ref destination, Iso8601.Write(value, ref destination));
    }

    /// <summary>Writes a date as <c>2026-11-23</c>.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The date.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, DateOnly value) => WriteDate(name, value.DayNumber);

    /// <summary>Writes a time of day as <c>09:30:00.0000000</c>.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The time.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, TimeOnly value)
    {
        ref byte destination = ref BeginValue(name, Iso8601.MaxLength);
        EndValue(ref destination, Iso8601.WriteTime((ulong)value.Ticks, ref destination));
    }

    /// <summary>Writes a span of time in the constant form, <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The span of time.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, TimeSpan value)
    {
        ref byte destination = ref BeginValue(name, Iso8601.MaxLength);
        EndValue(ref destination, Iso8601.Write(value, ref destination));
    }

    private void WriteDate(scoped ReadOnlySpan<byte> name, int days)
    {
        ref byte destination = ref BeginValue(name, Iso8601.MaxLength);
        EndValue(ref destination, Iso8601.WriteDate(days, ref destination));
    }

    /// <summary>Writes a time of this machine's zone, which only the platform knows the offset of.</summary>
    private void WriteLocal(scoped ReadOnlySpan<byte> name, DateTime value)
    {
        Span<byte> text = stackalloc byte[MaxRoundTripLength];
        value.TryFormat(text, out int length, "O", CultureInfo.InvariantCulture);
        WriteUtf8(name, text[..length]);
    }

    private void WriteUtf8(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> utf8)
    {
        ref byte destination = ref BeginValue(name, PercentEncoding.MaxLengthOfUtf8(utf8.Length));
        EndValue(ref destination, PercentEncoding.EncodeUtf8(utf8, ref destination));
    }
}
