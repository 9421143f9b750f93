using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>Types that format themselves, and types that a converter writes.</summary>
public class ConverterTests
{
    private const string Types = """
        public class Animal { public string Name = "cat"; }
        public class Cat : Animal { }
        public struct Pair { public int A; public int B; }
        [ProfileConverter<Converter>] public struct Marked { public int A; }
        [ProfileConverter<Converter>] public enum Sort { None, One }
        public class Converter
            : IProfileConverter<Animal>, IProfileConverter<Pair>, IProfileConverter<Marked>, IProfileConverter<Sort>,
                IProfileConverter<long?>, IProfileConverter<string>, IProfileConverter<System.Collections.Generic.List<bool>>
        {
            static bool Put(string text, Span<byte> utf8, out int written) =>
                System.Text.Encoding.UTF8.TryGetBytes(text, utf8, out written);
            public static bool TryFormat(Animal value, Span<byte> utf8, out int written) => Put("animal " + value.Name, utf8, out written);
            public static bool TryFormat(Pair value, Span<byte> utf8, out int written) => Put($"{value.A}:{value.B}", utf8, out written);
            public static bool TryFormat(Marked value, Span<byte> utf8, out int written) => Put($"m{value.A}", utf8, out written);
            public static bool TryFormat(Sort value, Span<byte> utf8, out int written) => Put(value == 0 ? "" : "s", utf8, out written);
            public static bool TryFormat(long? value, Span<byte> utf8, out int written) => Put("l" + value, utf8, out written);
            public static bool TryFormat(string value, Span<byte> utf8, out int written) => Put(value.ToUpperInvariant(), utf8, out written);
            public static bool TryFormat(System.Collections.Generic.List<bool> value, Span<byte> utf8, out int written) => Put("n" + value.Count, utf8, out written);
        }
        public sealed class Wide : ISpanFormattable
        {
            public string ToString(string? format, IFormatProvider? provider) => format ?? "wide";
            public bool TryFormat(Span<char> destination, out int written, ReadOnlySpan<char> format, IFormatProvider? provider)
            {
                ReadOnlySpan<char> text = format.IsEmpty ? "wide" : format;
                written = text.Length;
                return text.TryCopyTo(destination);
            }
        }
        """;

    [Theory]
    [InlineData("[ProfileConverter<Converter>]", "Animal?", "new()", "animal%20cat")]
    [InlineData("[ProfileConverter<Converter>]", "Animal", "null!", null)]
    [InlineData("[ProfileConverter<Converter>]", "Cat?", "new()", "animal%20cat")]
    [InlineData("[ProfileConverter<Converter>]", "Pair", "new() { A = 1 }", "1%3A0")]
    [InlineData("[ProfileConverter<Converter>]", "Pair?", "new Pair { A = 1, B = 2 }", "1%3A2")]
    [InlineData("[ProfileConverter<Converter>]", "Pair?", "null", null)]
    [InlineData("[ProfileConverter<Converter>]", "long?", "5", "l5")]
    [InlineData("[ProfileConverter<Converter>]", "long?", "null", null)]
    [InlineData("[ProfileConverter<Converter>]", "string?", "\"a|b\"", "A%7CB")]
    [InlineData("[ProfileConverter<Converter>]", "Pair[]", "[new() { A = 1 }, new() { B = 1 }]", "1%3A0%7C0%3A1")]
    [InlineData("[ProfileConverter<Converter>]", "string?[]", "[\"a\", null, \"b\"]", "A%7CB")]
    [InlineData("[ProfileConverter<Converter>]", "System.Collections.Generic.List<bool>", "[true, false]", "n2")]
    [InlineData("", "Marked", "new() { A = 4 }", "m4")]
    [InlineData("", "Marked?", "null", null)]
    [InlineData("", "System.Collections.Generic.HashSet<Marked>", "[new() { A = 4 }]", "m4")]
    [InlineData("", "Sort", "Sort.None", null)]
    [InlineData("", "Sort?[]", "[null, Sort.None, Sort.One]", "s")]
    [InlineData("", "Wide?", "new()", "wide")]
    [InlineData("", "Wide[]", "[new(), null!, new()]", "wide%7Cwide")]
    [InlineData("", "Version", "new(1, 2)", "1.2")]
    [InlineData("", "System.Text.Rune?", "new System.Text.Rune('å')", "%C3%A5")]
    [InlineData("", "System.Net.IPAddress?", "System.Net.IPAddress.Loopback", "127.0.0.1")]
    [InlineData(
        "",
        "System.Numerics.BigInteger?",
        "System.Numerics.BigInteger.Pow(10, 30)",
        "1000000000000000000000000000000"
    )]
    public void Values(string attribute, string type, string value, string? expected)
    {
        string source = $$"""
            [Profile]
            public partial class P
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;
                [ProfileParameter] {{attribute}} public {{type}} A { get; } = {{value}};
                [ProfileParameter] public int B => 2;
            }
            """;

        string a = expected is null ? "" : $"&profile.a={expected}";
        Assert.Equal($"mboxPC=1{a}&profile.b=2", Executed.Parameters("new P()", source, Types));
        Assert.Equal($"batch=pcId,a,b\n1,{expected},2\n", Executed.Batch("P", "new P()", source, Types));
    }

    [Fact]
    public void Formattable_type_parameter() =>
        Assert.Equal(
            "mboxPC=1&profile.value=5.0",
            Executed.Parameters(
                "new P<decimal> { Value = 5 }",
                """
                [Profile]
                public partial class P<T> where T : struct, IUtf8SpanFormattable
                {
                    [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;
                    [ProfileParameter(Format = "F1")] public T? Value { get; set; }
                }
                """
            )
        );

    [Fact]
    public void Format_and_length_reach_types_that_format_themselves() =>
        Assert.Equal(
            RejectionReason.ValueTooLong,
            Assert
                .Throws<ProfileValidationException>(() =>
                    Executed.Parameters(
                        "new P()",
                        Types,
                        """
                        [Profile]
                        public partial class P
                        {
                            [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;
                            [ProfileParameter(Format = "abcd", MaxLength = 3)] public Wide A => new();
                        }
                        """
                    )
                )
                .Reason
        );
}
