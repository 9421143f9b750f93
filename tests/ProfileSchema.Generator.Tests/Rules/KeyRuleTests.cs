using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Rules;

/// <summary>Rules about the key of a profile.</summary>
public class KeyRuleTests
{
    [Theory]
    [InlineData("[Profile] public partial class [|P|] { [ProfileParameter] public int A { get; set; } }")]
    [InlineData(
        "public partial class P { } [Profile] partial class [|P|] { [ProfileParameter] public int A { get; set; } }"
    )]
    public Task Key_missing(string source) => Rule.Fires("PRF003", "Profile 'P' has no key", source);

    [Theory]
    [InlineData(
        "[ProfileKey(ProfileKeyKind.PcId)] public int Id; [ProfileKey(ProfileKeyKind.ThirdPartyId)] public string [|Other|] = \"\";"
    )]
    [InlineData("[ProfileKey(ProfileKeyKind.PcId)] public int Id, [|Other|], [|Third|];")]
    public Task Key_repeated(string members) =>
        Fires("PRF004", "Profile 'P' already has key 'P.Id'; remove [ProfileKey] from 'P.Other'", members);

    [Fact]
    public Task Key_repeated_in_a_base_type_is_reported_at_the_profiles_own_key() =>
        Rule.Fires(
            "PRF004",
            "Profile 'P' already has key 'Base.Id'; remove [ProfileKey] from 'P.Other'",
            """
            public class Base { [ProfileKey(ProfileKeyKind.PcId)] public int Id { get; set; } }
            [Profile] public partial class P : Base
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int [|Other|] { get; set; }
                [ProfileParameter] public int A { get; set; }
            }
            """
        );

    [Theory]
    [InlineData(
        "[ProfileKey(ProfileKeyKind.PcId)] public [|object|] Id = \"\";",
        "'P.Id' has unsupported type 'object'"
    )]
    [InlineData("[ProfileKey(ProfileKeyKind.PcId)] public [|DateTime|] Id { get; set; }", "use string, Guid")]
    [InlineData("[ProfileKey(ProfileKeyKind.PcId)] public [|double?|] Id { get; set; }", "'double?'")]
    [InlineData("[ProfileKey(ProfileKeyKind.PcId)] public [|DayOfWeek|] Id { get; set; }", "'DayOfWeek'")]
    public Task Key_type_unusable(string member, string message) => Fires("PRF005", message, member);

    [Theory]
    [InlineData("[ProfileKey(ProfileKeyKind.PcId)] public [|string?|] Id { get; set; }", "declare it as 'string'")]
    [InlineData("[ProfileKey(ProfileKeyKind.PcId)] public [|long?|] Id;", "declare it as 'long'")]
    [InlineData("[ProfileKey(ProfileKeyKind.PcId)] public [|Guid?|] Id { get; set; }", "Key 'P.Id' is nullable")]
    public Task Key_nullable(string member, string message) => Fires("PRF006", message, member);

    [Fact]
    public Task Undefined_kind() =>
        Fires(
            "PRF014",
            "use one of ThirdPartyId, PcId",
            "[ProfileKey([|(ProfileKeyKind)7|])] public int Id { get; set; }"
        );

    [Fact]
    public Task Converted_key() =>
        Rule.Fires(
            "PRF031",
            "ProfileConverter can't be used on 'P.Id': keys are sent as they are",
            Declare("[ProfileKey(ProfileKeyKind.PcId), [|ProfileConverter<C>|]] public int Id { get; set; }")
                + Converter
        );

    [Fact]
    public Task Key_whose_converter_is_that_of_a_parameter() =>
        Rule.IsSilent(
            Declare(
                "[ProfileKey(ProfileKeyKind.PcId), ProfileParameter, ProfileConverter<C>] public int Id { get; set; }"
            ) + Converter
        );

    private const string Converter = """
        public class C : IProfileConverter<int>
        {
            public static bool TryFormat(int value, Span<byte> utf8, out int written) => (written = 0) == 0;
        }
        """;

    [Fact]
    public Task Unreadable_key() =>
        Fires("PRF010", "'P.Id' is static", "[ProfileKey(ProfileKeyKind.PcId)] public static int [|Id|] { get; set; }");

    [Theory]
    [InlineData("[ProfileKey(ProfileKeyKind.PcId)] public string Id { get; set; } = \"\";")]
    [InlineData("[ProfileKey(ProfileKeyKind.PcId)] public UInt128 Id { get; set; }")]
    [InlineData(
        "\n#nullable disable\n[ProfileKey(ProfileKeyKind.PcId)] public string Id { get; set; }\n#nullable restore\n"
    )]
    public Task Sound_keys(string member) => Rule.IsSilent(Declare(member));

    private static Task Fires(string id, string message, string member) => Rule.Fires(id, message, Declare(member));

    private static string Declare(string member) =>
        $"[Profile] public partial class P {{ {member} [ProfileParameter] public int A {{ get; set; }} }}";
}
