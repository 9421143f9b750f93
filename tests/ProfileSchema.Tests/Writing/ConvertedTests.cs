using System.Text;

namespace ProfileSchema.Tests.Writing;

public sealed class ConvertedTests
{
    [Fact]
    public void A_converter_writes_text_that_is_encoded_after_it()
    {
        Assert.Equal("12.50%20%E2%82%AC", Encoded(new Money(12.5m, "€"), 256));
        Assert.Null(Encoded(null, 256));
        Assert.Null(Encoded(new Money(0, ""), 256));
    }

    [Fact]
    public void It_is_called_again_with_more_room_up_to_what_the_parameter_allows()
    {
        var money = new Money(1, new string('x', 900));
        Assert.Equal("1.00%20" + new string('x', 900), Encoded(money, 1000));
        Assert.Equal(RejectionReason.ValueTooLong, OneValue.Rejection(money, (ref w, in v) => Write(ref w, v, 256)));
        Assert.Equal(
            RejectionReason.NotConverted,
            OneValue.Rejection(new Money(1, new string('x', 90_000)), (ref w, in v) => Write(ref w, v, 256))
        );
    }

    [Fact]
    public void A_type_that_formats_itself_into_utf16_is_written_too()
    {
        Assert.Equal(
            "1.2.3",
            OneValue.Encoded(
                new Version(1, 2, 3),
                (ref w, in v) => Key(ref w).WriteSpanFormattable("v"u8, new Utf16Only(v.ToString()))
            )
        );
        Assert.Null(OneValue.Encoded<Utf16Only?>(null, (ref w, in v) => Key(ref w).WriteSpanFormattable("v"u8, v!)));
        Assert.Equal(
            RejectionReason.ValueTooLong,
            OneValue.Rejection(
                new Utf16Only(new string('x', 257)),
                (ref w, in v) => Key(ref w).WriteSpanFormattable("v"u8, v)
            )
        );
        Assert.Equal(
            new string('x', 400),
            OneValue.Encoded(
                new Utf16Only(new string('x', 400)),
                (ref w, in v) => Key(ref w).WriteSpanFormattable("v"u8, v, null, 400)
            )
        );
    }

    [Fact]
    [Trait("Clause", "VALUE-4")]
    public void WriteNullReplacement_replaces_a_value_that_is_null_or_empty()
    {
        Assert.Equal("NONE", NullValue(null));
        Assert.Equal("NONE", NullValue(""));
        Assert.Equal("x", NullValue("x"));
        var contract = new TestContract<string?[]>(
            (ref writer, in values) =>
            {
                writer.WriteKey("k");
                foreach (string? value in values)
                {
                    writer.Write("v"u8, value);
                    writer.WriteNullReplacement("v"u8, "NONE"u8);
                }
            },
            ["a", "b", "c"]
        );
        Assert.Equal(
            "batch=thirdPartyId,a,b,c\nk,NONE,x,NONE\n",
            ProfileSerializer.ToBatchString<string?[]>(
                [
                    [null, "x", ""],
                ],
                contract
            )
        );
    }

    [Fact]
    [Trait("Clause", "VALUE-3")]
    [Trait("Clause", "VALUE-7")]
    public void What_stands_for_a_type_parameter_is_written_as_its_own_type_is()
    {
        Assert.Equal("0.000000001", Formattable(1e-9));
        Assert.Equal("0", Formattable(-0.0f));
        Assert.Equal("1.50", Formattable(1.50m));
        Assert.Equal("2026-11-23", Formattable(new DateOnly(2026, 11, 23)));
        Assert.Equal("7", Formattable(7));
        Assert.Equal(RejectionReason.NotFinite, OneValue.Rejection(double.NaN, WriteFormattable));
        Assert.Equal(RejectionReason.InvalidUnicode, OneValue.Rejection('\uD83D', WriteFormattable));
    }

    private static string? Formattable<T>(T value)
        where T : ISpanFormattable => OneValue.Encoded(value, WriteFormattable);

    private static void WriteFormattable<T>(ref ProfileWriter writer, in T value)
        where T : ISpanFormattable => Key(ref writer).WriteSpanFormattable("v"u8, value);

    private static string? NullValue(string? value) =>
        OneValue.Encoded(
            value,
            (ref w, in v) =>
            {
                w.WriteKey(OneValue.Key);
                w.Write("v"u8, v);
                w.WriteNullReplacement("v"u8, "NONE"u8);
            }
        );

    private static string? Encoded(Money? money, int maxLength) =>
        OneValue.Encoded(money, (ref w, in v) => Write(ref w, v, maxLength));

    private static void Write(ref ProfileWriter writer, Money? money, int maxLength) =>
        Key(ref writer).WriteConverted<Money?, MoneyConverter>("v"u8, money, maxLength);

    private static ref ProfileWriter Key(ref ProfileWriter writer)
    {
        writer.WriteKey(OneValue.Key);
        return ref writer;
    }

    private sealed record Money(decimal Amount, string Currency);

    private sealed class MoneyConverter : IProfileConverter<Money?>
    {
        public static bool TryFormat(Money? value, Span<byte> utf8, out int written)
        {
            string text = value!.Amount == 0 ? "" : FormattableString.Invariant($"{value.Amount:F2} {value.Currency}");
            return Encoding.UTF8.TryGetBytes(text, utf8, out written);
        }
    }

    private sealed class Utf16Only(string text) : ISpanFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => text;

        public bool TryFormat(
            Span<char> destination,
            out int charsWritten,
            ReadOnlySpan<char> format,
            IFormatProvider? provider
        )
        {
            charsWritten = text.Length;
            return text.TryCopyTo(destination);
        }
    }
}
