namespace ProfileSchema.Tests.Writing;

/// <summary>
/// Text of every length around the blocks in which it is written, with one character of another kind at every place,
/// against the platform's own escaping, which knows no blocks.
/// </summary>
[Trait("Clause", "URL-1")]
[Trait("Clause", "URL-2")]
public sealed class TextBlockTests
{
    private const int MaxLength = 50;
    private const string Reserved = "\0\u0001\t\n\u001F !\"#$%&'()*+,/:;<=>?@[\\]^`{|}\u007F";
    private const string Unreserved = "aZ09-._~bY18cX27dW36eV45";

    public static TheoryData<string> Kinds => ["m", " ", "%", "\u007F", "ö", "\u07FF", "\u0800", "語", "\uFFFF", "👋"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_character_anywhere_in_text_of_any_length(string kind)
    {
        for (int length = 1; length <= MaxLength; length++)
        {
            for (int place = 0; place < length; place++)
            {
                AssertEncoded(Run(place) + kind + Run(length - place - 1));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Runs_of_one_kind_of_any_length(string kind)
    {
        for (int length = 1; length <= MaxLength; length++)
        {
            string run = string.Concat(Enumerable.Repeat(kind, length));
            AssertEncoded(run);
            AssertEncoded(run + Run(length % 19));
            AssertEncoded(Run(length % 17) + run + "x" + run);
        }
    }

    /// <summary>Characters of three bytes are written in groups of four, the last of which reaches back.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_character_anywhere_in_japanese_of_any_length(string kind)
    {
        for (int length = 1; length <= MaxLength; length++)
        {
            for (int place = 0; place < length; place++)
            {
                AssertEncoded(Japanese(place) + kind + Japanese(length - place - 1));
            }
        }
    }

    [Fact]
    [Trait("Clause", "URL-3")]
    public void Half_of_a_pair_anywhere_in_japanese_of_any_length_is_rejected()
    {
        for (int length = 1; length <= MaxLength; length++)
        {
            for (int place = 0; place < length; place++)
            {
                string value = Japanese(place) + '\uDC4B' + Japanese(length - place - 1);
                Assert.Equal(RejectionReason.InvalidUnicode, OneValue.Rejection(value, WriteString));
            }
        }
    }

    [Fact]
    [Trait("Clause", "URL-3")]
    public void Half_of_a_pair_anywhere_in_text_of_any_length_is_rejected()
    {
        for (int length = 1; length <= MaxLength; length++)
        {
            for (int place = 0; place < length; place++)
            {
                char half = (place & 1) == 0 ? '\uD83D' : '\uDC4B';
                string value = Run(place) + half + Run(length - place - 1);
                Assert.Equal(RejectionReason.InvalidUnicode, OneValue.Rejection(value, WriteString));
                Assert.Equal(RejectionReason.InvalidUnicode, OneValue.Rejection(value, WriteCharacters));
            }
        }
    }

    /// <summary>Every set of characters of a block, behind text of its own and in a block that is not full.</summary>
    [Fact]
    public void Any_of_the_characters_of_a_block()
    {
        for (int set = 0; set < 1 << 16; set++)
        {
            string block = Block(set);
            AssertEncodedAs(Uri.EscapeDataString(block), block);
            string part = block[(set % 15)..];
            AssertEncodedAs(Uri.EscapeDataString(block + part), block + part);
            AssertEncodedAs(Uri.EscapeDataString(part), part);
        }
    }

    [Fact]
    public void Every_character_of_the_basic_plane()
    {
        for (int c = 2; c <= char.MaxValue; c++)
        {
            if (!char.IsSurrogate((char)c))
            {
                AssertEncoded(((char)c).ToString());
                AssertEncoded($"語{(char)c}{(char)c}語{(char)c}");
            }
        }
    }

    private static string Block(int set) =>
        string.Create(
            16,
            set,
            (text, set) =>
            {
                for (int i = 0; i < text.Length; i++)
                {
                    string from = (set & (1 << i)) == 0 ? Unreserved : Reserved;
                    text[i] = from[(set + (5 * i)) % from.Length];
                }
            }
        );

    private static void AssertEncodedAs(string expected, string value) =>
        Assert.Equal(expected, OneValue.Encoded(value, WriteString));

    private static string Japanese(int length) =>
        string.Concat(Enumerable.Range(0, length).Select(i => (char)(0x3041 + (i * 7919 % 20_000))));

    private static string Run(int length) =>
        string.Create(
            length,
            length,
            (text, seed) =>
            {
                for (int i = 0; i < text.Length; i++)
                {
                    text[i] = Unreserved[(i + seed) % Unreserved.Length];
                }
            }
        );

    private static void AssertEncoded(string value)
    {
        string expected = Uri.EscapeDataString(value);
        Assert.Equal(expected, OneValue.Encoded(value, WriteString));
        Assert.Equal(expected, OneValue.Encoded(value, WriteCharacters));
        Assert.Equal(expected, OneValue.Encoded(value, WriteElements));
    }

    private static void WriteString(ref ProfileWriter writer, in string value)
    {
        writer.WriteKey(OneValue.Key);
        writer.Write("v"u8, value);
    }

    /// <summary>The way of text that is no string.</summary>
    private static void WriteCharacters(ref ProfileWriter writer, in string value)
    {
        writer.WriteKey(OneValue.Key);
        writer.WriteSpanFormattable("v"u8, new Characters(value));
    }

    private static void WriteElements(ref ProfileWriter writer, in string value)
    {
        writer.WriteKey(OneValue.Key);
        writer.Write("v"u8, [value], "%01"u8);
    }

    private readonly struct Characters(string text) : ISpanFormattable
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
