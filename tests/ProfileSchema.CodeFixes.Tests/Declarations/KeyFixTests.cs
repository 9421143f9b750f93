using ProfileSchema.CodeFixes.Declarations;
using ProfileSchema.CodeFixes.Tests.Testing;
using ProfileSchema.Generator;

namespace ProfileSchema.CodeFixes.Tests.Declarations;

/// <summary>Fixes of the key.</summary>
public class KeyFixTests
{
    [Fact]
    public Task The_only_id_becomes_the_key() =>
        Fixed<ProfileSchemaAnalyzer, AddKeyFix>.Becomes(
            """
            [Profile]
            public partial class {|PRF003:Member|}
            {
                /// <summary>Who.</summary>
                public required string MemberId { get; set; }

                [ProfileParameter] public int? Points { get; set; }
            }

            [Profile]
            public partial record {|PRF003:Other|}(long Id, [property: ProfileParameter] int? Points);
            """,
            """
            [Profile]
            public partial class Member
            {
                /// <summary>Who.</summary>
                [ProfileKey(ProfileKeyKind.ThirdPartyId)]
                public required string MemberId { get; set; }

                [ProfileParameter] public int? Points { get; set; }
            }

            [Profile]
            public partial record Other([property: ProfileKey(ProfileKeyKind.ThirdPartyId)] long Id, [property: ProfileParameter] int? Points);
            """
        );

    [Theory]
    [InlineData("public double Id { get; set; }")]
    [InlineData("public static int Id { get; set; }")]
    [InlineData("public string? PcId { get; set; }")]
    [InlineData("public string? Paid { get; set; }")]
    [InlineData("public int AId, BId;")]
    [InlineData("")]
    public Task Which_member_is_the_key_is_not_guessed(string members) =>
        Fixed<ProfileSchemaAnalyzer, AddKeyFix>.IsLeftAlone(
            $$"""[Profile] public partial class {|PRF003:P|} { {{members}} [ProfileParameter] public int? A { get; set; } }"""
        );

    [Theory]
    [InlineData("public int? First;", "public int Id;", "public int StoreId;")]
    [InlineData("public int? FavouriteStoreId;", "public int MemberId;", "public int? Last;")]
    [InlineData("public int CampaignId;", "public Guid MemberId;", "public int MemberNumber;")]
    public Task The_id_that_names_the_type_becomes_the_key(string before, string key, string after) =>
        Becomes(before, key, after, nameof(AddKeyFix));

    [Theory]
    [InlineData(
        "public int? First;",
        "public int CampaignId;",
        "public int CustomerNumber;",
        "Add [ProfileKey] to 'CampaignId'"
    )]
    [InlineData(
        "public int CampaignId;",
        "public int CustomerNumber;",
        "public int? Last;",
        "Add [ProfileKey] to 'CustomerNumber'"
    )]
    public Task Which_of_several_is_the_key_is_chosen_by_its_name(
        string before,
        string key,
        string after,
        string action
    ) => Becomes(before, key, after, action);

    private static Task Becomes(string before, string key, string after, string action)
    {
        return Fixed<ProfileSchemaAnalyzer, AddKeyFix>.Becomes(
            Declared("{|PRF003:MemberProfile|}", before, key),
            Declared("MemberProfile", before + "\n", $"[ProfileKey(ProfileKeyKind.ThirdPartyId)]\n    {key}"),
            action
        );

        string Declared(string name, string first, string member) =>
            $$"""
                [Profile]
                public partial class {{name}}
                {
                    {{first}}
                    /// <summary>Who.</summary>
                    {{member}}
                    {{after}}
                    [ProfileParameter] public int? A { get; set; }
                }
                """;
    }

    [Theory]
    [InlineData(
        "public override {|PRF006:int?|} Id { get; set; }",
        ": B",
        "abstract class B { public abstract int? Id { get; set; } }"
    )]
    [InlineData("public {|PRF006:int?|} Id { get; set; }", ": I", "interface I { int? Id { get; } }")]
    [InlineData("{|PRF006:int?|} I.Id => 1;", ": I", "interface I { int? Id { get; } }")]
    public Task Keys_whose_type_another_declaration_decides_are_left_alone(string member, string bases, string other) =>
        Fixed<ProfileSchemaAnalyzer, RequireKeyFix>.IsLeftAlone(
            Declare(member).Replace("class P", $"class P {bases}", StringComparison.Ordinal) + $"\npublic {other}"
        );

    [Fact]
    public Task Extra_keys_are_removed() =>
        Fixed<ProfileSchemaAnalyzer, RemoveExtraKeyFix>.Becomes(
            """
            [Profile]
            public partial class Member
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId)] public string MemberId { get; set; } = "";

                /// <summary>Another.</summary>
                [ProfileKey(ProfileKeyKind.PcId)]
                public string {|PRF004:TargetId|} { get; set; } = "";

                [ProfileKey(ProfileKeyKind.PcId), ProfileParameter] public int? {|PRF004:A|};
                [ProfileParameter] [ProfileKey(ProfileKeyKind.PcId)] public int? {|PRF004:B|};
                // A comment.
                [ProfileKey(ProfileKeyKind.PcId)] public int {|PRF004:C|};
            }
            """,
            """
            [Profile]
            public partial class Member
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId)] public string MemberId { get; set; } = "";

                /// <summary>Another.</summary>
                public string TargetId { get; set; } = "";

                [ProfileParameter] public int? A;
                [ProfileParameter] public int? B;
                // A comment.
                public int C;
            }
            """
        );

    [Fact]
    public Task No_fix_is_offered_for_keys_that_share_an_attribute() =>
        Fixed<ProfileSchemaAnalyzer, RemoveExtraKeyFix>.IsLeftAlone(
            "[Profile] public partial class P { [ProfileKey(ProfileKeyKind.PcId)] public int A, {|PRF004:B|}; [ProfileParameter] public int? C; }"
        );

    [Theory]
    [InlineData("public {|PRF006:string?|} Id { get; set; }", "public required string Id { get; set; }")]
    [InlineData("public virtual {|PRF006:long?|} Id { get; init; }", "public virtual required long Id { get; init; }")]
    [InlineData("public {|PRF006:Guid?|} Id;", "public required Guid Id;")]
    [InlineData("public {|PRF006:Nullable<int>|} Id { get; set; }", null)]
    [InlineData("public required {|PRF006:string?|} Id { get; set; }", "public required string Id { get; set; }")]
    [InlineData("public {|PRF006:string?|} Id { get; set; } = \"\";", "public string Id { get; set; } = \"\";")]
    [InlineData("public {|PRF006:string?|} Id { get; set; } = null;", "public required string Id { get; set; }")]
    [InlineData("public {|PRF006:int?|} Id = null;", "public required int Id;")]
    [InlineData("internal {|PRF006:string?|} Id { get; set; } = default;", "internal string Id { get; set; }")]
    [InlineData("public {|PRF006:int?|} Id => 1;", "public int Id => 1;")]
    [InlineData("internal {|PRF006:int?|} Id { get; set; }", "internal int Id { get; set; }")]
    [InlineData("public {|PRF006:int?|} Id { get; private set; }", "public int Id { get; private set; }")]
    public Task Keys_are_never_null(string member, string? expected) =>
        Fixed<ProfileSchemaAnalyzer, RequireKeyFix>.Becomes(Declare(member), Declare(expected ?? member));

    [Fact]
    public Task Positional_keys_are_never_null() =>
        Fixed<ProfileSchemaAnalyzer, RequireKeyFix>.Becomes(
            "[Profile] public partial record P([property: ProfileKey(ProfileKeyKind.PcId)] {|PRF006:string?|} Id, [property: ProfileParameter] int? A);",
            "[Profile] public partial record P([property: ProfileKey(ProfileKeyKind.PcId)] string Id, [property: ProfileParameter] int? A);"
        );

    private static string Declare(string member) =>
        $$"""
            [Profile]
            public partial class P
            {
                [ProfileKey(ProfileKeyKind.PcId)]
                {{member}}
                [ProfileParameter] public int? A { get; set; }
            }
            """;
}
