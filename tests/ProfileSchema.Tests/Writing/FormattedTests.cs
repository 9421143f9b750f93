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
