using CsCheck;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Tests.Output;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain, ü, 日本, 😀, [red]markup[/]", "plain, ü, 日本, 😀, [red]markup[/]")]
    [InlineData("\e[2J\e]0;title\a", @"\u001B[2J\u001B]0;title\u0007")]
    [InlineData("a\r\nb\tc\0", @"a\u000D\u000Ab\u0009c\u0000")]
    [InlineData("\u009B31m", @"\u009B31m")]
    [InlineData("\u202Egnp.exe\u2066\u200E", @"\u202Egnp.exe\u2066\u200E")]
    [InlineData("zero\u200Bwidth\uFEFF", @"zero\u200Bwidth\uFEFF")]
    [InlineData("line\u2028paragraph\u2029", @"line\u2028paragraph\u2029")]
    [InlineData("tag \U000E0041", @"tag \uDB40\uDC41")]
    public void What_is_not_shown_as_itself_is_spelled_out(string text, string expected) =>
        Assert.Equal(expected, SafeText.Clean(text));

    [Fact]
    public void Half_of_a_character_is_spelled_out()
    {
        Assert.Equal(@"half \uD83D", SafeText.Clean("half \uD83D"));
        Assert.Equal(@"\uDE00\uD83D half", SafeText.Clean("\uDE00\uD83D half"));
    }

    [Fact]
    public void No_text_whatever_reaches_a_terminal_as_a_command() =>
        Gen
            .Char.Array[0, 60]
            .Select(units => new string(units))
            .Sample(text =>
            {
                string clean = SafeText.Clean(text);
                Assert.DoesNotContain(clean, char.IsControl);
                Assert.DoesNotContain(clean.EnumerateRunes(), rune => rune.Value == 0xFFFD && !text.Contains('\uFFFD'));
                Assert.Equal(clean, SafeText.Clean(clean));
            });

    [Fact]
    public void Long_text_is_shortened_between_characters_and_says_so()
    {
        Assert.Equal("abc", SafeText.Shorten("abc", 3));
        Assert.Equal("ab… (4 characters)", SafeText.Shorten("abcd", 2));
        Assert.Equal("a… (4 characters)", SafeText.Shorten("a😀b", 2));
    }
}
