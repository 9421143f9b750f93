using CsCheck;

namespace ProfileSchema.Tests.Writing;

public sealed class TextTests
{
    [Fact]
    [Trait("Clause", "URL-2")]
    public void Only_the_unreserved_set_is_left_as_it_is()
    {
        for (char c = '\u0001'; c < '\u0080'; c++)
        {
            bool unreserved = char.IsAsciiLetterOrDigit(c) || "-._~".Contains(c, StringComparison.Ordinal);
            Assert.Equal(unreserved ? c.ToString() : $"%{(int)c:X2}", Encoded(c.ToString()));
        }
    }

    [Theory]
    [Trait("Clause", "URL-1")]
    [InlineData("a b", "a%20b")]
    [InlineData("1+1", "1%2B1")]
    [InlineData("a,b|c", "a%2Cb%7Cc")]
    [InlineData("100%", "100%25")]
    [InlineData("\r\n\0", "%0D%0A%00")]
    [InlineData("Malmö", "Malm%C3%B6")]
    [InlineData("東京", "%E6%9D%B1%E4%BA%AC")]
    [InlineData("مرحبا", "%D9%85%D8%B1%D8%AD%D8%A8%D8%A7")]
    [InlineData("👋🏽", "%F0%9F%91%8B%F0%9F%8F%BD")]
    [InlineData("\uFEFF", "%EF%BB%BF")]
    [InlineData("\uFFFD", "%EF%BF%BD")]
    public void Text_is_percent_encoded_utf8(string value, string encoded) => Assert.Equal(encoded, Encoded(value));

    [Fact]
    [Trait("Clause", "URL-3")]
    public void An_unpaired_surrogate_is_rejected_and_never_replaced()
    {
        // Not InlineData, which would store them as UTF-8.
        string[] values =
        [
            "\uD83D",
            "\uDC4B",
            "ab\uD83Dcd",
            "\uDC4B\uD83D",
            "twelve chars\uD83D",
            "\uD83D\uD83D\uDC4B",
        ];
        Assert.All(
            values,
            value => Assert.Equal(RejectionReason.InvalidUnicode, OneValue.Rejection(value, WriteString))
        );
    }

    [Fact]
    [Trait("Clause", "URL-2")]
    [Trait("Clause", "URL-3")]
    public void Arbitrary_text_comes_out_as_the_platform_escapes_it_or_is_rejected()
    {
        Arbitrary.Utf16.Sample(value =>
        {
            if (value.Length == 0)
            {
                Assert.Null(Encoded(value));
            }
            else if (Arbitrary.IsWellFormed(value))
            {
                Assert.Equal(Uri.EscapeDataString(value), Encoded(value));
            }
            else
            {
                Assert.Equal(RejectionReason.InvalidUnicode, OneValue.Rejection(value, WriteString));
            }
        });
    }

    [Fact]
    [Trait("Clause", "URL-4")]
    public void Case_white_space_and_composition_stay_as_they_are()
    {
        const string value = " \tÅngström A\u030A \u00A0";
        Assert.Equal(value, Uri.UnescapeDataString(Encoded(value)!));
    }

    [Fact]
    [Trait("Clause", "VALUE-4")]
    public void Null_and_empty_are_nothing()
    {
        Assert.Null(Encoded(null));
        Assert.Null(Encoded(""));
        Assert.Equal("%20", Encoded(" "));
    }

    [Fact]
    [Trait("Clause", "VALUE-2")]
    public void A_value_over_256_characters_is_rejected_and_never_cut()
    {
        string longest = string.Concat(Enumerable.Repeat("語", 256));
        Assert.Equal(Uri.EscapeDataString(longest), Encoded(longest));
        Assert.Equal(RejectionReason.ValueTooLong, OneValue.Rejection(longest + "a", WriteString));
    }

    [Fact]
    [Trait("Clause", "VALUE-2")]
    public void Length_counts_utf16_units_and_may_be_raised()
    {
        string emoji = string.Concat(Enumerable.Repeat("👋", 150));
        Assert.Equal(RejectionReason.ValueTooLong, OneValue.Rejection(emoji, WriteString));
        string? raised = OneValue.Encoded(
            emoji,
            (ref writer, in value) => WriteKeyAnd(ref writer).Write("v"u8, value, 300)
        );
        Assert.Equal(Uri.EscapeDataString(emoji), raised);
    }

    [Fact]
    public void A_character_is_text_of_one_unit()
    {
        Assert.Equal("%C3%A9", OneValue.Encoded('é', WriteChar));
        Assert.Equal("%00", OneValue.Encoded('\0', WriteChar));
        Assert.Equal(RejectionReason.InvalidUnicode, OneValue.Rejection('\uD83D', WriteChar));
    }

    [Fact]
    public void An_address_is_sent_as_it_was_given()
    {
        var address = new Uri("HTTPS://Example.com:443/ä?q=a b");
        Assert.Equal(
            Uri.EscapeDataString(address.OriginalString),
            OneValue.Encoded(address, (ref writer, in value) => WriteKeyAnd(ref writer).Write("v"u8, value))
        );
    }

    private static string? Encoded(string? value) => OneValue.Encoded(value!, WriteString);

    private static void WriteString(ref ProfileWriter writer, in string value) =>
        WriteKeyAnd(ref writer).Write("v"u8, value);

    private static void WriteChar(ref ProfileWriter writer, in char value) =>
        WriteKeyAnd(ref writer).Write("v"u8, value);

    private static ref ProfileWriter WriteKeyAnd(ref ProfileWriter writer)
    {
        writer.WriteKey(OneValue.Key);
        return ref writer;
    }
}
