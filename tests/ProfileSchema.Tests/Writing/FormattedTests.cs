using System.Runtime.InteropServices;

namespace ProfileSchema.Tests.Writing;

public sealed class FormattedTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    public void A_type_that_formats_itself_is_written_up_to_the_limit(int length)
    {
        string? encoded = Encoded(new Repeated("ü"u8.ToArray(), length), 256);
        Assert.Equal(length == 0 ? null : string.Concat(Enumerable.Repeat("%C3%BC", length)), encoded);
    }

    [Theory]
    [Trait("Clause", "VALUE-2")]
    [InlineData(257, 256)]
    [InlineData(2_000_000, 256)]
    [InlineData(11, 10)]
    public void A_longer_one_is_rejected(int length, int maxLength) =>
        Assert.Equal(
            RejectionReason.ValueTooLong,
            OneValue.Rejection(new Repeated("ü"u8.ToArray(), length), (ref w, in v) => Write(ref w, v, maxLength))
        );

    [Fact]
    public void The_limit_may_be_raised() =>
        Assert.Equal(new string('a', 5000), Encoded(new Repeated("a"u8.ToArray(), 5000), 5000));

    [Fact]
    [Trait("Clause", "URL-3")]
    public void Malformed_utf8_is_rejected() =>
        Assert.Equal(
            RejectionReason.InvalidUnicode,
            OneValue.Rejection(new Repeated([0xC3], 1), (ref w, in v) => Write(ref w, v, 256))
        );

    [Fact]
    [Trait("Clause", "VALUE-3")]
    public void A_native_float_is_a_number_as_any_other()
    {
        Assert.Equal("0.000000001", Plain((NFloat)1e-9));
        Assert.Equal("0", Plain(NFloat.NegativeZero));
        Assert.Equal(RejectionReason.NotFinite, Fault(NFloat.NaN));
    }

    [Fact]
    [Trait("Clause", "URL-3")]
    public void A_character_is_checked_as_text_is()
    {
        Assert.Equal("%C3%A5", Plain('å'));
        Assert.Equal(RejectionReason.InvalidUnicode, Fault('\uD83D'));
    }

    [Fact]
    [Trait("Clause", "VALUE-7")]
    public void A_date_without_a_format_is_iso_8601()
    {
        Assert.Equal("2026-11-23T09%3A30%3A00.0000000", Plain(new DateTime(2026, 11, 23, 9, 30, 0)));
        Assert.Equal("2026-11-23", Plain(new DateOnly(2026, 11, 23)));
        Assert.Equal("09%3A30%3A00.0000000", Plain(new TimeOnly(9, 30)));
    }

    private static string? Plain<T>(T value)
        where T : IUtf8SpanFormattable => OneValue.Encoded(value, Unformatted);

    private static RejectionReason Fault<T>(T value)
        where T : IUtf8SpanFormattable => OneValue.Rejection(value, Unformatted);

    private static void Unformatted<T>(ref ProfileWriter writer, in T value)
        where T : IUtf8SpanFormattable
    {
        writer.WriteKey(OneValue.Key);
        writer.WriteFormatted("v"u8, value, format: null);
    }

    private static string? Encoded(Repeated value, int maxLength) =>
        OneValue.Encoded(value, (ref w, in v) => Write(ref w, v, maxLength));

    private static void Write(ref ProfileWriter writer, Repeated value, int maxLength)
    {
        writer.WriteKey(OneValue.Key);
        writer.WriteFormatted("v"u8, value, format: null, maxLength);
    }

    /// <summary>Formats itself as some bytes, a number of times.</summary>
    private sealed class Repeated(byte[] bytes, int times) : IUtf8SpanFormattable
    {
        public bool TryFormat(
            Span<byte> utf8Destination,
            out int bytesWritten,
            ReadOnlySpan<char> format,
            IFormatProvider? provider
        )
        {
            bytesWritten = 0;
            if (utf8Destination.Length < bytes.Length * times)
            {
                return false;
            }

            for (int i = 0; i < times; i++)
            {
                bytes.CopyTo(utf8Destination[bytesWritten..]);
                bytesWritten += bytes.Length;
            }

            return true;
        }
    }
}
