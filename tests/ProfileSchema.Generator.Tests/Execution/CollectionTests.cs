using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>Collections of every kind, of every kind of element, are joined.</summary>
[Trait("Clause", "VALUE-5")]
public class CollectionTests
{
    private const string Usings = """
        global using System.Collections.Generic;
        global using System.Collections.Immutable;
        global using System.Linq;
        public sealed class Bag<T>(params T[] items) : IEnumerable<T>
        {
            IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();
            public System.Collections.IEnumerator GetEnumerator() => items.GetEnumerator();
        }
        public enum Tier { Gold, VeryGold }
        public readonly record struct Money(int Cents) : IUtf8SpanFormattable
        {
            public bool TryFormat(Span<byte> utf8, out int written, ReadOnlySpan<char> format, IFormatProvider? provider) =>
                Cents.TryFormat(utf8, out written, format, provider);
        }
        """;

    public static TheoryData<string, string> Kinds =>
        new()
        {
            { "E[]", "[A, B]" },
            { "E[]?", "[A, B]" },
            { "List<E>", "[A, B]" },
            { "List<E>?", "[A, B]" },
            { "IList<E>", "new List<E> { A, B }" },
            { "IReadOnlyList<E>?", "new E[] { A, B }" },
            { "ICollection<E>", "new List<E> { A, B }" },
            { "IReadOnlyCollection<E>", "new Queue<E>(new E[] { A, B })" },
            { "IEnumerable<E>?", "new E[] { A, B }.Where(_ => true)" },
            { "ISet<E>", "new HashSet<E> { A, B }" },
            { "IReadOnlySet<E>", "new HashSet<E> { A, B }" },
            { "HashSet<E>", "[A, B]" },
            { "Queue<E>?", "new(new E[] { A, B })" },
            { "LinkedList<E>", "new(new E[] { A, B })" },
            { "ImmutableArray<E>", "ImmutableArray.Create<E>(A, B)" },
            { "ImmutableArray<E>?", "ImmutableArray.Create<E>(A, B)" },
            { "ImmutableList<E>", "ImmutableList.Create<E>(A, B)" },
            { "ReadOnlyMemory<E>", "new E[] { A, B }" },
            { "Memory<E>?", "new E[] { A, B }" },
            { "ArraySegment<E>", "new E[] { A, B }" },
            { "Bag<E>", "new(A, B)" },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kinds_of_collection(string kind, string value)
    {
        (string Element, string A, string B, string Expected)[] elements =
        [
            ("string", "\"a b\"", "\"ö\"", "a%20b%7C%C3%B6"),
            ("string?", "null", "\"x\"", "x"),
            ("int", "1", "22", "1%7C22"),
            ("int?", "null", "22", "22"),
            ("Tier", "Tier.Gold", "Tier.VeryGold", "gold%7CveryGold"),
            ("DateOnly?", "null", "new DateOnly(2026, 11, 23)", "2026-11-23"),
            ("Money", "new Money(5)", "new Money(7)", "5%7C7"),
            ("UInt128", "1", "2", "1%7C2"),
        ];
        string members = string.Concat(
            elements.Select(
                (element, i) =>
                    $"    [ProfileParameter] public {Fill(kind, element)} M{i} {{ get; set; }} = {Fill(value, element)};\n"
            )
        );
        string source =
            $"{Usings}\n[Profile] public partial class P {{ [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;\n{members} }}";

        Assert.Equal(
            "mboxPC=1" + string.Concat(elements.Select((element, i) => $"&profile.m{i}={element.Expected}")),
            Executed.Parameters("new P()", source)
        );

        static string Fill(string text, (string Element, string A, string B, string Expected) element) =>
            text.Replace("<E>", $"<{element.Element}>", StringComparison.Ordinal)
                .Replace("E[]", element.Element + "[]", StringComparison.Ordinal)
                .Replace("A, B", $"{element.A}, {element.B}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int[]?", "null")]
    [InlineData("int[]", "null!")]
    [InlineData("string[]", "null!")]
    [InlineData("List<string?>", "[null, \"\"]")]
    [InlineData("List<int>?", "null")]
    [InlineData("HashSet<string>?", "null")]
    [InlineData("IReadOnlyList<int?>", "new int?[] { null }")]
    [InlineData("ImmutableArray<int>", "default")]
    [InlineData("ImmutableArray<string>?", "null")]
    [InlineData("ArraySegment<int>", "default")]
    [InlineData("ReadOnlyMemory<string>", "default")]
    [InlineData("IEnumerable<DateTime>", "[]")]
    [Trait("Clause", "VALUE-4")]
    public void Nothing(string type, string value) =>
        Assert.Equal("mboxPC=1&profile.b=2", Executed.Parameters("new P()", Usings, Declare(type, value)));

    [Theory]
    [InlineData("Separator = ';'", "string[]", "[\"a|b\", \"c\"]", "a%7Cb%3Bc")]
    [InlineData("Separator = ','", "double[]", "[1.5, 1e20]", "1.5%2C100000000000000000000")]
    [InlineData("Format = \"F1\"", "List<decimal>", "[1.25m, 2]", "1.3%7C2.0")]
    [InlineData("Format = \"D\"", "Tier[]", "[Tier.VeryGold, Tier.Gold]", "1%7C0")]
    [InlineData("Format = \"yyyy\"", "DateOnly?[]", "[null, new(2026, 1, 2)]", "2026")]
    [InlineData("MaxLength = 300", "string[]", "[new string('a', 290)]", "*290")]
    [InlineData("MaxLength = 300", "HashSet<string>", "[new string('a', 290)]", "*290")]
    [InlineData(
        "Hash = ProfileHash.Sha256",
        "IReadOnlyList<int>",
        "new[] { 1 }",
        "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
    )]
    public void Options_are_those_of_the_elements(string options, string type, string value, string expected) =>
        Assert.Equal(
            $"mboxPC=1&profile.a={(expected == "*290" ? new string('a', 290) : expected)}&profile.b=2",
            Executed.Parameters("new P()", Usings, Declare(type, value, options))
        );

    [Theory]
    [InlineData("string[]", "[\"a|b\"]", RejectionReason.SeparatorInElement)]
    [InlineData("Tier[]", "[(Tier)9]", RejectionReason.UndefinedEnumValue)]
    [InlineData("List<double>", "[double.NaN]", RejectionReason.NotFinite)]
    [InlineData("IEnumerable<int>", "Enumerable.Range(100, 70)", RejectionReason.ValueTooLong)]
    public void Rejections(string type, string value, RejectionReason reason)
    {
        var thrown = Assert.Throws<ProfileValidationException>(() =>
            Executed.Parameters("new P()", Usings, Declare(type, value))
        );

        Assert.Equal((reason, "a"), (thrown.Reason, thrown.Parameter));
    }

    private static string Declare(string type, string value, string options = "MaxLength = 256") =>
        $$"""
            [Profile]
            public partial class P
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;
                [ProfileParameter({{options}})] public {{type}} A { get; set; } = {{value}};
                [ProfileParameter] public int B => 2;
            }
            """;
}
