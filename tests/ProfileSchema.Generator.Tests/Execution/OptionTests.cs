using System.Security.Cryptography;
using System.Text;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>Hashes, words for nothing, lengths and texts of enums.</summary>
public class OptionTests
{
    [Theory]
    [InlineData("Sha256", "string?", "\"a ö\"", "a ö")]
    [InlineData("Sha256Email", "string", "\" Me@Example.com \"", "me@example.com")]
    [InlineData("Sha256Phone", "string", "\"0046 70-123 45 67\"", "+46701234567")]
    [InlineData("Sha256", "int", "-5", "-5")]
    [InlineData("Sha256", "UInt128?", "7", "7")]
    [InlineData("Sha256", "Guid", "Guid.Empty", "00000000-0000-0000-0000-000000000000")]
    [InlineData("Sha256", "DateOnly?", "new(1970, 2, 3)", "1970-02-03")]
    [InlineData("Sha256, Format = \"yyyyMMdd\"", "DateTime", "new(1970, 2, 3)", "19700203")]
    [Trait("Clause", "HASH-1")]
    public void Hashes(string hash, string type, string value, string hashed) =>
        Assert.Equal(
            "mboxPC=1&profile.a=" + Hex(hashed),
            Executed.Parameters("new P()", Declare($"Hash = ProfileHash.{hash}", type, value))
        );

    [Theory]
    [InlineData("Sha256", "string", "\"me\"", "me")]
    [InlineData("Sha256Email", "string", "\"ME@x.se\"", "me@x.se")]
    [InlineData("Sha256", "long", "12", "12")]
    [Trait("Clause", "HASH-1")]
    public void Hashed_keys(string hash, string type, string value, string hashed)
    {
        string source = $$"""
            [Profile]
            public partial class P
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId, Hash = ProfileHash.{{hash}})] public {{type}} Id => {{value}};
                [ProfileParameter] public int A => 1;
            }
            """;

        Assert.Equal($"mbox3rdPartyId={Hex(hashed)}&profile.a=1", Executed.Parameters("new P()", source));
        Assert.Equal(
            hash,
            Executed.Run<string>(
                source,
                "static class Test { public static string Run() => ProfileContract.Of<P>().KeyHash.ToString(); }"
            )
        );
    }

    [Theory]
    [InlineData("string?", "null", "NONE%20%C3%A5")]
    [InlineData("string", "\"\"", "NONE%20%C3%A5")]
    [InlineData("string", "\"x\"", "x")]
    [InlineData("int?", "null", "NONE%20%C3%A5")]
    [InlineData("int?", "0", "0")]
    [InlineData("int[]", "[]", "NONE%20%C3%A5")]
    [InlineData("string[]?", "null", "NONE%20%C3%A5")]
    [InlineData("DayOfWeek?", "null", "NONE%20%C3%A5")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int>", "default", "NONE%20%C3%A5")]
    [Trait("Clause", "VALUE-4")]
    public void Null_replacements(string type, string value, string expected)
    {
        string source = Declare("NullValue = \"NONE å\"", type, value);

        Assert.Equal("mboxPC=1&profile.a=" + expected, Executed.Parameters("new P()", source));
        Assert.Equal($"batch=pcId,a\n1,{expected}\n", Executed.Batch("P", "new P()", source));
    }

    [Fact]
    [Trait("Clause", "HASH-1")]
    public void Null_replacement_is_not_hashed() =>
        Assert.Equal(
            "mboxPC=1&profile.a=NONE",
            Executed.Parameters(
                "new P()",
                Declare("Hash = ProfileHash.Sha256Email, NullValue = \"NONE\"", "string?", "null")
            )
        );

    [Theory]
    [InlineData("string", "new string('a', N)", 1)]
    [InlineData("string", "new string('a', N)", 300)]
    [InlineData("Uri", "new Uri(\"http://x/\" + new string('a', N - 9))", 20)]
    [InlineData("int", "int.Parse(new string('1', N))", 3)]
    [InlineData("decimal?", "decimal.Parse(new string('1', N))", 5)]
    [InlineData("double", "double.Parse(\"1E+\" + (N - 1))", 300)]
    [InlineData("Half", "Half.Parse(new string('1', N))", 2)]
    [InlineData("string[]", "[new string('a', N - 2), \"b\"]", 10)]
    [InlineData("int[]", "[int.Parse(new string('1', N - 2)), 2]", 5)]
    [Trait("Clause", "VALUE-2")]
    public void Length_is_limited_before_encoding(string type, string value, int limit)
    {
        string fits = Declare($"MaxLength = {limit}", type, value.Replace("N", $"{limit}"));
        string exceeds = Declare($"MaxLength = {limit}", type, value.Replace("N", $"{limit + 1}"));

        string[] parts = Executed.Parameters("new P()", fits).Split('=');
        Assert.Equal(limit, Uri.UnescapeDataString(parts[^1]).Length);
        Assert.Equal(
            RejectionReason.ValueTooLong,
            Assert.Throws<ProfileValidationException>(() => Executed.Parameters("new P()", exceeds)).Reason
        );
    }

    [Theory]
    [InlineData("DateTime", "new(2026, 11, 23)", 27, "2026-11-23T00%3A00%3A00.0000000")]
    [InlineData("TimeSpan", "TimeSpan.FromHours(1)", 8, "01%3A00%3A00")]
    [InlineData("Guid?", "Guid.Empty", 36, "00000000-0000-0000-0000-000000000000")]
    [InlineData("bool", "true", 5, "true")]
    [InlineData("char", "'x'", 1, "x")]
    public void Limit_does_not_change_the_form(string type, string value, int limit, string expected) =>
        Assert.Equal(
            "mboxPC=1&profile.a=" + expected,
            Executed.Parameters("new P()", Declare($"MaxLength = {limit}", type, value))
        );

    [Theory]
    [InlineData("E.A", "one")]
    [InlineData("E.B", "b%7C%25")]
    [InlineData("E.C", "later")]
    [InlineData("E.Unnamed", "unnamed")]
    public void Declared_texts_of_enums(string value, string expected) =>
        Assert.Equal(
            "mboxPC=1&profile.a=" + expected,
            Executed.Parameters(
                "new P()",
                Declare("MaxLength = 256", "E", value),
                "enum E { [ProfileValue(\"one\")] A, [ProfileValue(\"b|%\")] B, C, [ProfileValue(\"later\")] Alias = C, Unnamed }"
            )
        );

    private static string Declare(string options, string type, string value) =>
        $$"""
            [Profile]
            partial class P
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;
                [ProfileParameter({{options}})] public {{type}} A { get; } = {{value}};
            }
            """;

    private static string Hex(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
}
