using System.Globalization;
using CsCheck;

namespace ProfileSchema.Tests.Writing;

[Trait("Clause", "VALUE-3")]
public sealed class NumberTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(-1234.5, "-1234.5")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1e16, "10000000000000000")]
    [InlineData(1.5e-7, "0.00000015")]
    [InlineData(-1.5e-7, "-0.00000015")]
    [InlineData(123456789012345680000.0, "123456789012345680000")]
    public void A_double_is_plain_and_shortest(double value, string expected) => Assert.Equal(expected, Write(value));

    [Fact]
    public void Minus_zero_is_zero()
    {
        Assert.Equal("0", Write(-0.0));
        Assert.Equal(
            "0.0",
            OneValue.Encoded(-0.0, (ref writer, in v) => Key(ref writer).WriteFormatted("v"u8, v, "F1"))
        );
    }

    [Fact]
    public void Any_double_round_trips_in_plain_digits_or_is_too_long()
    {
        Gen.Double.Sample(value =>
        {
            if (!double.IsFinite(value))
            {
                Assert.Equal(RejectionReason.NotFinite, Reject(value));
                return;
            }

            // The decimal expansion by an independent way: the platform's fixed-point form of the shortest digits.
            string shortest = value.ToString("R", CultureInfo.InvariantCulture);
            int length = PlainLength(shortest);
            if (length > 256)
            {
                Assert.Equal(RejectionReason.ValueTooLong, Reject(value));
                return;
            }

            string text = Write(value);
            AssertPlain(text);
            Assert.Equal(length, text.Length);
            Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
        });
    }

    [Fact]
    public void Any_float_and_half_round_trips_in_plain_digits()
    {
        Gen.Float.Where(float.IsFinite)
            .Sample(value =>
            {
                string text = OneValue.Encoded(value, (ref writer, in v) => Key(ref writer).Write("v"u8, v))!;
                AssertPlain(text);
                Assert.Equal(value, float.Parse(text, CultureInfo.InvariantCulture));
            });
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            Half value = BitConverter.UInt16BitsToHalf((ushort)bits);
            if (Half.IsFinite(value))
            {
                string text = OneValue.Encoded(
                    value,
                    (ref writer, in v) => Key(ref writer).WriteFormatted("v"u8, v, null)
                )!;
                AssertPlain(text);
                Assert.Equal(value, Half.Parse(text, CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public void Nan_and_the_infinities_are_rejected()
    {
        Assert.Equal(RejectionReason.NotFinite, Reject(double.NaN));
        Assert.Equal(RejectionReason.NotFinite, Reject(double.PositiveInfinity));
        Assert.Equal(RejectionReason.NotFinite, Reject(double.NegativeInfinity));
        Assert.Equal(
            RejectionReason.NotFinite,
            OneValue.Rejection(Half.NaN, (ref writer, in v) => Key(ref writer).WriteFormatted("v"u8, v, null))
        );
        Assert.Equal(
            RejectionReason.NotFinite,
            OneValue.Rejection(float.NaN, (ref writer, in v) => Key(ref writer).WriteFormatted("v"u8, v, "F2"))
        );
    }

    [Fact]
    public void The_largest_double_is_too_long_a_value() =>
        Assert.Equal(RejectionReason.ValueTooLong, Reject(double.MaxValue));

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("0.0", "0.0")]
    [InlineData("-0.00", "0.00")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("-7.9228162514264337593543950335", "-7.9228162514264337593543950335")]
    public void A_decimal_keeps_its_scale(string value, string expected)
    {
        decimal number = decimal.Parse(value, CultureInfo.InvariantCulture);
        Assert.Equal(expected, OneValue.Encoded(number, (ref writer, in v) => Key(ref writer).Write("v"u8, v)));
    }

    [Fact]
    public void Integers_of_every_width_are_digits()
    {
        Assert.Equal("-9223372036854775808", Write(long.MinValue));
        Assert.Equal(
            "18446744073709551615",
            OneValue.Encoded(ulong.MaxValue, (ref w, in v) => Key(ref w).Write("v"u8, v))
        );
        Assert.Equal(
            "-170141183460469231731687303715884105728",
            OneValue.Encoded(Int128.MinValue, (ref w, in v) => Key(ref w).WriteFormatted("v"u8, v, null))
        );
        Assert.Equal(
            "340282366920938463463374607431768211455",
            OneValue.Encoded(UInt128.MaxValue, (ref w, in v) => Key(ref w).WriteFormatted("v"u8, v, null))
        );
    }

    [Theory]
    [InlineData("F2", 1234567.891, "1234567.89")]
    [InlineData("F2", -0.001, "0.00")]
    [InlineData("G3", 1234567.891, "1230000")]
    [InlineData("E2", 1234567.891, "1230000")]
    [InlineData("e2", 0.00012345, "0.000123")]
    [InlineData("0.0##", 1.5, "1.5")]
    public void A_formatted_number_has_no_exponent_and_no_negative_zero(string format, double value, string expected) =>
        Assert.Equal(
            expected,
            OneValue.Encoded(value, (ref writer, in v) => Key(ref writer).WriteFormatted("v"u8, v, format))
        );

    [Fact]
    public void Hex_digits_are_no_exponent() =>
        Assert.Equal("1E5", OneValue.Encoded(0x1E5, (ref w, in v) => Key(ref w).WriteFormatted("v"u8, v, "X")));

    [Fact]
    public void The_culture_of_the_thread_does_not_matter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = culture;
        try
        {
            Assert.Equal("-1.5", Write(-1.5));
            Assert.Equal("-7", Write(-7L));
            Assert.Equal("-1.50", OneValue.Encoded(-1.5m, (ref w, in v) => Key(ref w).WriteFormatted("v"u8, v, "F2")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Write(double value) =>
        OneValue.Encoded(value, (ref writer, in v) => Key(ref writer).Write("v"u8, v))!;

    private static string Write(long value) =>
        OneValue.Encoded(value, (ref writer, in v) => Key(ref writer).Write("v"u8, v))!;

    private static RejectionReason Reject(double value) =>
        OneValue.Rejection(value, (ref writer, in v) => Key(ref writer).Write("v"u8, v));

    private static ref ProfileWriter Key(ref ProfileWriter writer)
    {
        writer.WriteKey(OneValue.Key);
        return ref writer;
    }

    private static void AssertPlain(string text) => Assert.Matches(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?\z", text);

    private static int PlainLength(string shortest)
    {
        int e = shortest.IndexOf('E', StringComparison.Ordinal);
        if (e < 0)
        {
            return shortest.TrimStart('-') == "0" ? 1 : shortest.Length;
        }

        int exponent = int.Parse(shortest[(e + 1)..], CultureInfo.InvariantCulture);
        int sign = shortest[0] == '-' ? 1 : 0;
        int digits = shortest[..e].Count(char.IsAsciiDigit);
        return sign + (exponent < 0 ? 1 - exponent + digits : Math.Max(exponent + 1, digits));
    }
}
