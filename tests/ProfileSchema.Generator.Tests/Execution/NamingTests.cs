using System.Text.Json;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>Names on the wire: those of the platform's JSON naming policies, encoded at compile time.</summary>
public class NamingTests
{
    private static readonly string[] Known =
    [
        .. "A a Ab AB ABC ABc AbC aB URL Url URLValue URLValue2 IOStream Id ID iPhone IPhone XMLHttpRequest".Split(' '),
        .. "A1 A1B a1B2 Utf8Json UTF8 X2Y Version2Beta I18N abc_def Abc_Def ABC_DEF _ __ _A _Ab _aB A_ Ab_ A_B".Split(
            ' '
        ),
        .. "Ä Äpfel ÄÖÜ ÄÖü GrößeCM éTat Éa İstanbul ıx ΑΒγ Жук ЖУК 名前 名A A名 ǅx Aǅ ªB ⅨA A\u0301B a\u0301B".Split(
            ' '
        ),
        .. "TwoWords Three3Words ALLCAPSWord WordALLCAPS wordX Xword xY XY XYz A0 A00B".Split(' '),
    ];

    [Theory]
    [InlineData("CamelCase")]
    [InlineData("SnakeCase")]
    [InlineData("AsDeclared")]
    [Trait("Clause", "NAME-4")]
    public void Names_are_those_of_the_platforms_policies(string naming)
    {
        Func<string, string> convert = naming switch
        {
            "CamelCase" => JsonNamingPolicy.CamelCase.ConvertName,
            "SnakeCase" => JsonNamingPolicy.SnakeCaseLower.ConvertName,
            _ => name => name,
        };
        string[] names = [.. Known.Concat(RandomNames(400)).DistinctBy(convert).Where(name => name != "P")];
        string members = string.Join(
            '\n',
            names.Select(name => $"[ProfileParameter] public int {name} {{ get; set; }}")
        );

        IReadOnlyList<ProfileParameter> parameters = Executed.Contract(
            "P",
            $$"""
            [Profile(Naming = ProfileNaming.{{naming}})]
            public partial class P
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int KeyOfProfile;
                {{members}}
            }
            """
        );

        Assert.Equal(names.Select(convert), parameters.Select(parameter => parameter.Name));
    }

    [Theory]
    [InlineData("CamelCase", "a=veryGold", "uRLValue")]
    [InlineData("SnakeCase", "a=very_gold", "url_value")]
    [InlineData("AsDeclared", "A=VeryGold", "URLValue")]
    public void Enum_values_follow_the_naming_of_the_profile(string naming, string gold, string url)
    {
        string source = $$"""
            public enum Tier { VeryGold, URLValue }
            [Profile(Naming = ProfileNaming.{{naming}})]
            public partial class P
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id;
                [ProfileParameter] public Tier A { get; set; }
            }
            """;
        url = naming == "CamelCase" ? JsonNamingPolicy.CamelCase.ConvertName("URLValue") : url;

        Assert.Equal($"mboxPC=1&profile.{gold}", Executed.Parameters("new P { Id = 1 }", source));
        Assert.EndsWith(
            "=" + url,
            Executed.Parameters("new P { Id = 1, A = Tier.URLValue }", source),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("home.city", "home.city")]
    [InlineData("a b", "a%20b")]
    [InlineData("a,b&c=d%", "a%2Cb%26c%3Dd%25")]
    [InlineData("größe", "gr%C3%B6%C3%9Fe")]
    [InlineData("名前😀", "%E5%90%8D%E5%89%8D%F0%9F%98%80")]
    [InlineData("tab\\t\\\"quote\\\\\\0", "tab%09%22quote%5C%00")]
    [InlineData("{x}", "%7Bx%7D")]
    [Trait("Clause", "NAME-1")]
    [Trait("Clause", "NAME-4")]
    [Trait("Clause", "URL-1")]
    public void Specified_names_are_sent_unchanged_and_encoded(string name, string encoded)
    {
        string source = $$"""
            [Profile]
            public partial class P
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id;
                [ProfileParameter("{{name}}")] public int A { get; set; }
            }
            """;

        Assert.Equal($"mboxPC=1&profile.{encoded}=2", Executed.Parameters("new P { Id = 1, A = 2 }", source));
        Assert.Equal($"batch=pcId,{encoded}\n1,2\n", Executed.Batch("P", "new P { Id = 1, A = 2 }", source));
        ProfileParameter parameter = Assert.Single(Executed.Contract("P", source));
        Assert.Equal(encoded, System.Text.Encoding.ASCII.GetString(parameter.EncodedName));
    }

    private static IEnumerable<string> RandomNames(int count)
    {
        var random = new Random(20261123);
        for (int i = 0; i < count; i++)
        {
            // A letter first, and never a keyword: no keyword holds a capital or a digit.
            yield return "QXq"[random.Next(3)]
                + string.Concat(Enumerable.Range(0, 1 + random.Next(9)).Select(_ => "AbCdZz19_Éöß"[random.Next(12)]))
                + "7";
        }
    }
}
