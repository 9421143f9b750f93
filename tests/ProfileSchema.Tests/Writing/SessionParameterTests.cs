using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace ProfileSchema.Tests.Writing;

/// <summary>The JSON of a session update, as the platform's own reader understands it.</summary>
[Trait("Clause", "DELIVERY-2")]
public sealed class SessionParameterTests
{
    [Fact]
    [Trait("Clause", "DELIVERY-1")]
    public void It_is_an_object_of_names_and_texts()
    {
        string json = ProfileSerializer.ToSessionParameterString(
            new EveryType
            {
                Id = "k",
                Text = "a \"quoted\" word\\",
                Flag = true,
                Small = -12,
                Amount = 1.50m,
                Instant = new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.FromHours(1)),
                Span = TimeSpan.FromHours(36.5),
                Level = Level.High,
                Options = Options.Both,
                Array = ["a", "Malmö"],
            }
        );
        Dictionary<string, string> values = Read(json);
        Assert.Equal("a \"quoted\" word\\", values["text"]);
        Assert.Equal("true", values["flag"]);
        Assert.Equal("-12", values["small"]);
        Assert.Equal("1.50", values["amount"]);
        Assert.Equal("2026-11-23T09:30:00.0000000+01:00", values["instant"]);
        Assert.Equal("1.12:30:00", values["span"]);
        Assert.Equal("high", values["level"]);
        Assert.Equal("first|second", values["options"]);
        Assert.Equal("a|Malmö", values["array"]);
    }

    [Fact]
    [Trait("Clause", "VALUE-4")]
    public void Nothing_is_left_out()
    {
        Assert.Equal("""{"b":"x"}""", Write([("a", null), ("b", "x"), ("c", "")]));
        Assert.Equal("{}", Write([("a", null), ("b", "")]));
        var output = new ArrayBufferWriter<byte>();
        Assert.False(ProfileSerializer.WriteSessionParameters(output, 1, Contract([("a", null)])));
        Assert.True(ProfileSerializer.WriteSessionParameters(output, 1, Contract([("a", "x")])));
    }

    [Fact]
    public void Each_character_of_ascii_and_of_the_first_controls_comes_through()
    {
        for (char c = '\0'; c < '\u00a0'; c++)
        {
            string value = $"{c}a{c}{c}";
            Assert.Equal(value, Read(Write([(value, value)]))[value]);
        }
    }

    [Fact]
    [Trait("Clause", "URL-4")]
    public void Every_character_of_unicode_comes_through()
    {
        IEnumerable<Rune> all = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value));
        foreach (Rune[] some in all.Chunk(128))
        {
            string value = string.Concat(some);
            Assert.Equal(value, Read(Write([("a", value)]))["a"]);
        }
    }

    [Fact]
    [Trait("Clause", "URL-3")]
    [Trait("Clause", "URL-4")]
    public void Arbitrary_names_and_values_are_what_the_platforms_reader_reads()
    {
        Gen<string> name = Arbitrary.Text.Where(text =>
            text.Length > 0 && !text.StartsWith("profile.", StringComparison.Ordinal)
        );
        Gen.Select(name, Arbitrary.Utf16)
            .Array[0, 12]
            .Sample(drawn =>
            {
                (string Name, string? Value)[] parameters = [.. drawn.DistinctBy(parameter => parameter.Item1)];
                if (parameters.All(parameter => Arbitrary.IsWellFormed(parameter.Value!)))
                {
                    Assert.Equal(
                        parameters.Where(parameter => parameter.Value!.Length > 0).ToDictionary()!,
                        Read(Write(parameters))
                    );
                }
                else
                {
                    Assert.Equal(RejectionReason.InvalidUnicode, Rejection(parameters).Reason);
                }
            });
    }

    [Fact]
    public void It_says_the_same_as_a_single_update_for_every_type()
    {
        Gen.Select(Arbitrary.Text, Gen.Decimal, Gen.Double, Gen.DateTimeOffset, Gen.Guid, Arbitrary.Text.List[0, 3])
            .Sample(
                (text, amount, number, instant, key, list) =>
                {
                    var row = new EveryType
                    {
                        Id = "k",
                        Text = text,
                        Amount = amount,
                        Double = double.IsFinite(number) ? number : 0,
                        Instant = instant,
                        Key = key,
                        Array = [.. list.Select(element => element.Replace('|', '!'))],
                    };
                    Dictionary<string, string> form = ProfileSerializer
                        .ToParameterString(row)
                        .Split('&')
                        .Skip(1)
                        .Select(pair => pair["profile.".Length..].Split('='))
                        .ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]));
                    Assert.Equal(form, Read(ProfileSerializer.ToSessionParameterString(row)));
                }
            );
    }

    [Fact]
    public void At_most_50_values_are_carried_and_those_that_are_nothing_do_not_count()
    {
        (string, string?)[] fifty = [.. Enumerable.Range(0, 50).Select(i => ($"p{i}", (string?)"x"))];
        Assert.Equal(50, Read(Write([.. fifty, ("nothing", null)])).Count);
        ProfileValidationException exception = Rejection([.. fifty, ("more", "x")]);
        Assert.Equal(RejectionReason.SessionTooManyParameters, exception.Reason);
        Assert.Null(exception.Parameter);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ö")]
    [InlineData("語")]
    [InlineData("\n")]
    [Trait("Clause", "VALUE-2")]
    public void A_value_has_256_characters_at_most_even_where_its_parameter_allows_more(string character)
    {
        string longest = string.Concat(Enumerable.Repeat(character, 256));
        Assert.Equal(longest, Read(Write([("a", longest), ("v w", longest)]))["v w"]);
        ProfileValidationException exception = Rejection([("a", "x"), ("v w", longest + "a"), ("z", "x")]);
        Assert.Equal(RejectionReason.SessionValueTooLong, exception.Reason);
        Assert.Equal("v w", exception.Parameter);
        Assert.DoesNotContain(longest, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "VALUE-2")]
    [Trait("Clause", "ID-3")]
    public void A_character_beyond_the_basic_plane_counts_as_two()
    {
        string longest = string.Concat(Enumerable.Repeat("👋", 128));
        Assert.Equal(longest, Read(Write([("a", longest)]))["a"]);
        Assert.Equal(RejectionReason.SessionValueTooLong, Rejection([("a", longest + "a")]).Reason);
        string key = longest[..128];
        Assert.Equal(key, KeyOf(key, ProfileKeyKind.ThirdPartyId));
        var exception = Assert.Throws<ProfileValidationException>(() => KeyOf(key + "a", ProfileKeyKind.ThirdPartyId));
        Assert.Equal(RejectionReason.SessionKeyTooLong, exception.Reason);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ö")]
    [Trait("Clause", "ID-3")]
    public void A_customers_id_has_128_characters_at_most_and_targets_own_has_none(string character)
    {
        string longest = string.Concat(Enumerable.Repeat(character, 128));
        Assert.Equal(longest, KeyOf(longest, ProfileKeyKind.ThirdPartyId));
        Assert.Equal(longest + "a", KeyOf(longest + "a", ProfileKeyKind.PcId));
        var exception = Assert.Throws<ProfileValidationException>(() =>
            KeyOf(longest + "a", ProfileKeyKind.ThirdPartyId)
        );
        Assert.Equal(RejectionReason.SessionKeyTooLong, exception.Reason);
        Assert.Null(exception.Parameter);
    }

    [Fact]
    public void A_key_is_given_as_it_is_sent()
    {
        Assert.Equal("a b", KeyOf("a b", ProfileKeyKind.ThirdPartyId));
        Assert.Equal("simple", KeyOf("simple", ProfileKeyKind.ThirdPartyId));
        Assert.Equal(
            RejectionReason.KeyCharacter,
            Assert.Throws<ProfileValidationException>(() => KeyOf("a/b", ProfileKeyKind.ThirdPartyId)).Reason
        );
    }

    [Fact]
    public void A_rejected_profile_leaves_nothing_in_the_output()
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ProfileValidationException>(() =>
            ProfileSerializer.WriteSessionParameters(output, 1, Contract([("a", new string('x', 257))]))
        );
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void It_stays_within_the_memory_that_it_asked_for()
    {
        Gen.Select(Gen.String[Gen.Char['\0', '\u007f'], 0, 100], Gen.String[Gen.Char['\0', '\u007f'], 0, 256])
            .Array[0, 12]
            .Sample(drawn =>
            {
                (string, string?)[] parameters =
                [
                    .. drawn.Select((value, i) => ($"{i}{value.Item1}", (string?)value.Item2)),
                ];
                var output = new ExactBuffer();
                ProfileSerializer.WriteSessionParameters(output, 1, Contract(parameters));
                Assert.Equal(Write(parameters), Encoding.UTF8.GetString(output.Written));
            });
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%4")]
    [InlineData("&")]
    [InlineData("&&&&&&&&")]
    [InlineData("a=b")]
    [InlineData("=====")]
    public void A_literal_that_is_not_encoded_is_told_and_read_no_further(string literal)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(literal);
        var contract = new TestContract<int>(
            (ref writer, in _) =>
            {
                writer.WriteKey("k");
                writer.WriteLiteral("v"u8, bytes);
            },
            ["v"]
        );
        Assert.Throws<InvalidOperationException>(() => ProfileSerializer.ToSessionParameterString(1, contract));
    }

    private static string KeyOf(string id, ProfileKeyKind kind)
    {
        var contract = new TestContract<string>((ref writer, in key) => writer.WriteKey(key), [], kind);
        ProfileSerializer.WriteSessionParameters(new ArrayBufferWriter<byte>(), id, contract, out string key);
        return key;
    }

    private static string Write((string Name, string? Value)[] parameters) =>
        ProfileSerializer.ToSessionParameterString(1, Contract(parameters));

    private static ProfileValidationException Rejection((string Name, string? Value)[] parameters) =>
        Assert.Throws<ProfileValidationException>(() => Write(parameters));

    private static TestContract<int> Contract((string Name, string? Value)[] parameters)
    {
        ProfileParameter[] described =
        [
            .. parameters.Select(parameter => new ProfileParameter(parameter.Name, typeof(string))),
        ];
        return new TestContract<int>(
            (ref writer, in _) =>
            {
                writer.WriteKey("k");
                for (int i = 0; i < parameters.Length; i++)
                {
                    writer.Write(described[i].EncodedName, parameters[i].Value, maxLength: 20_000);
                }
            },
            [.. parameters.Select(parameter => parameter.Name)]
        );
    }

    private static Dictionary<string, string> Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document
            .RootElement.EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value.GetString()!);
    }
}
