using Microsoft.CodeAnalysis.CodeFixes;
using ProfileSchema.CodeFixes.Declarations;
using ProfileSchema.CodeFixes.Tests.Testing;
using ProfileSchema.Generator;

namespace ProfileSchema.CodeFixes.Tests.Declarations;

/// <summary>Fixes of the members that are sent. Each case appears twice in its source, so that a fix-all has work to do.</summary>
public class ParameterFixTests
{
    [Theory]
    [InlineData("ProfileParameter({|PRF008:\"profile.a§\"|})", "ProfileParameter(\"a§\")")]
    [InlineData("ProfileParameter(name: {|PRF008:\"profile.profile.a§\"|})", "ProfileParameter(name: \"a§\")")]
    [InlineData("ProfileParameter({|PRF008:\"profile.\"|})", null)]
    [InlineData("ProfileParameter({|PRF008:\"\"|})", null)]
    public Task Prefix(string attribute, string? expected) => Fixes<StripPrefixFix>(attribute, expected, "int?");

    [Theory]
    [InlineData("ProfileParameter({|PRF017:\"größe§\"|})", "ProfileParameter(\"grosse§\")")]
    [InlineData("ProfileParameter({|PRF017:\"Ærø 4§\"|})", "ProfileParameter(\"Aero_4§\")")]
    [InlineData("ProfileParameter({|PRF017:\"Łódź Œuvre§\"|})", "ProfileParameter(\"Lodz_Oeuvre§\")")]
    [InlineData("ProfileParameter({|PRF017:\"caf\u0065\u0301§\"|})", "ProfileParameter(\"cafe§\")")]
    [InlineData("ProfileParameter({|PRF017:\"ö\" + \"§\"|})", null)]
    [InlineData("ProfileParameter({|PRF017:\"a§.\"|})", null)]
    public Task Spelling(string attribute, string? expected) => Fixes<AddressableNameFix>(attribute, expected, "int?");

    [Theory]
    [InlineData("ProfileParameter(Format = {|PRF018:\"N2\"|})", "ProfileParameter(Format = \"F2\")")]
    [InlineData("ProfileParameter(Format = {|PRF018:\"n\"|})", "ProfileParameter(Format = \"F2\")")]
    [InlineData("ProfileParameter(Format = {|PRF018:\"C0\"|})", "ProfileParameter(Format = \"F0\")")]
    [InlineData("ProfileParameter(Format = {|PRF018:\"#,##0.00\"|})", "ProfileParameter(Format = \"0.00\")")]
    [InlineData("ProfileParameter(Format = {|PRF018:\"#,##0,.00\"|})", null)]
    [InlineData("ProfileParameter(Format = {|PRF018:\"P1\"|})", null)]
    public Task Number_format(string attribute, string? expected) =>
        Fixes<ComparableFormatFix>(attribute, expected, "decimal?");

    [Theory]
    [InlineData("ProfileParameter(Format = {|PRF011:\"F2\"|})", "ProfileParameter", "string?")]
    [InlineData("ProfileParameter(\"a§\", Format = {|PRF011:\"F2\"|})", "ProfileParameter(\"a§\")", "string?")]
    [InlineData(
        "ProfileParameter(Format = {|PRF011:\"X\"|}, MaxLength = 9)",
        "ProfileParameter(MaxLength = 9)",
        "bool?"
    )]
    [InlineData("ProfileParameter(NullValue = {|PRF020:\"\"|})", "ProfileParameter", "string?")]
    [InlineData("ProfileParameter(Separator = {|PRF031:','|})", "ProfileParameter", "string?")]
    [InlineData("ProfileParameter(Flatten = {|PRF031:true|})", "ProfileParameter", "int?")]
    [InlineData("ProfileParameter(MaxLength = {|PRF031:0|})", "ProfileParameter", "int?")]
    public Task Options(string attribute, string? expected, string type) =>
        Fixes<RemoveOptionFix>(attribute, expected, type);

    [Fact]
    public Task Hashes_are_not_removed() =>
        Fixed<ProfileSchemaAnalyzer, RemoveOptionFix>.IsLeftAlone(
            Declare("[ProfileParameter(Hash = {|PRF031:ProfileHash.Sha256|})] public Store? A;")
                + "public class Store { [ProfileParameter] public string? City; }"
        );

    [Theory]
    [InlineData("ProfileParameter(Separator = {|PRF019:'x'|})", "ProfileParameter(Separator = '|')", "string[]?")]
    [InlineData("ProfileParameter(Separator = {|PRF019:'0'|})", "ProfileParameter(Separator = '|')", "List<int>?")]
    [InlineData("ProfileParameter", "ProfileParameter(Separator = '|')", "{|PRF024:AttributeTargets?|}")]
    [InlineData("ProfileParameter(\"a§\")", "ProfileParameter(\"a§\", Separator = '|')", "{|PRF024:AttributeTargets|}")]
    public Task Separators(string attribute, string? expected, string type) =>
        Fixes<UsualSeparatorFix>(attribute, expected, type);

    [Theory]
    [InlineData(
        "ProfileParameter(Hash = {|PRF028:ProfileHash.Sha256Phone|})",
        "ProfileParameter(Hash = ProfileHash.Sha256)",
        "long?"
    )]
    [InlineData(
        "ProfileParameter(Hash = {|PRF028:ProfileHash.Sha256Email|} /* Why. */)",
        "ProfileParameter(Hash = ProfileHash.Sha256 /* Why. */)",
        "Guid?"
    )]
    [InlineData("ProfileParameter(Hash = {|PRF028:ProfileHash.Sha256|})", null, "double?")]
    public Task Hashes(string attribute, string? expected, string type) =>
        Fixes<PlainHashFix>(attribute, expected, type);

    [Theory]
    [InlineData("{|PRF023:int|} A { get; set; }", "int? A { get; set; }")]
    [InlineData("{|PRF023:DateOnly|} A;", "DateOnly? A;")]
    [InlineData(
        "{|PRF023:int|} A { get; set; } [ProfileParameter] public {|PRF023:long|} B;",
        "int? A { get; set; } [ProfileParameter] public long? B;"
    )]
    [InlineData("{|PRF023:{|PRF023:int|}|} A, B;", null)]
    public Task Nullable(string member, string? expected) =>
        Fixed<ProfileSchemaAnalyzer, MakeNullableFix>.Becomes(
            Declare("[ProfileParameter] public " + member),
            Declare("[ProfileParameter] public " + (expected ?? member))
        );

    [Theory]
    [InlineData(
        "public override {|PRF023:int|} A { get; set; }",
        ": B",
        "abstract class B { public abstract int A { get; set; } }"
    )]
    [InlineData("public {|PRF023:int|} A { get; set; }", ": I", "interface I { int A { get; } }")]
    [InlineData(
        "public virtual {|PRF023:int|} A { get; set; }",
        "",
        "class D : P { public override int A { get; set; } }"
    )]
    public Task Members_whose_type_another_declaration_shares_stay_as_they_are(
        string member,
        string bases,
        string other
    ) =>
        Fixed<ProfileSchemaAnalyzer, MakeNullableFix>.IsLeftAlone(
            Declare("[ProfileParameter] " + member).Replace("class P", $"class P {bases}", StringComparison.Ordinal)
                + $"public {other}"
        );

    [Theory]
    [InlineData(
        "[ProfileParameter(NullValue = {|PRF020:\"NONE\"|}, MaxLength = 3)] public required int A { get; set; }"
    )]
    [InlineData("[ProfileParameter(NullValue = {|PRF020:\"\"|})] public required int A { get; set; }")]
    public Task Member_with_an_invalid_null_replacement_does_not_become_nullable(string member) =>
        Fixed<ProfileSchemaAnalyzer, MakeNullableFix>.IsLeftAlone(Declare(member));

    [Fact]
    public Task A_key_with_a_null_replacement_does_not_become_nullable() =>
        Fixed<ProfileSchemaAnalyzer, MakeNullableFix>.IsLeftAlone(
            "[Profile] public partial class P { [ProfileKey(ProfileKeyKind.PcId), ProfileParameter(NullValue = {|PRF020:\"NONE\"|})] public int Id { get; set; } }"
        );

    [Fact]
    public Task A_key_and_a_parameter_are_hashed_each_for_itself() =>
        Fixed<ProfileSchemaAnalyzer, ProtectPersonalDataFix>.Becomes(
            "[Profile] public partial class P { [ProfileKey(ProfileKeyKind.ThirdPartyId), ProfileParameter] public required string {|PRF027:{|PRF027:Email|}|} { get; set; } }",
            "[Profile] public partial class P { [ProfileKey(ProfileKeyKind.ThirdPartyId, Hash = ProfileHash.Sha256Email), ProfileParameter(Hash = ProfileHash.Sha256Email)] public required string Email { get; set; } }",
            "Hash"
        );

    [Fact]
    public Task A_limit_that_leaves_no_room_for_the_hash_goes() =>
        Fixed<ProfileSchemaAnalyzer, ProtectPersonalDataFix>.Becomes(
            Declare(
                "[ProfileParameter(MaxLength = 40)] public string? {|PRF027:Email|}; [ProfileParameter(MaxLength = 64)] public string? {|PRF027:Phone|};"
            ),
            Declare(
                "[ProfileParameter(Hash = ProfileHash.Sha256Email)] public string? Email; [ProfileParameter(MaxLength = 64, Hash = ProfileHash.Sha256Phone)] public string? Phone;"
            ),
            "Hash"
        );

    [Fact]
    public Task Member_with_a_null_replacement_becomes_nullable() =>
        Fixed<ProfileSchemaAnalyzer, MakeNullableFix>.Becomes(
            Declare("[ProfileParameter(NullValue = {|PRF020:\"NONE\"|})] public required int A { get; set; }"),
            Declare("[ProfileParameter(NullValue = \"NONE\")] public required int? A { get; set; }")
        );

    [Theory]
    [InlineData("string? {|PRF027:Email|}", "Hash = ProfileHash.Sha256Email", "string? Email")]
    [InlineData("string? {|PRF027:HomePhone|}", "Hash = ProfileHash.Sha256Phone", "string? HomePhone")]
    [InlineData("string[]? {|PRF027:Emails|}", "Hash = ProfileHash.Sha256Email", "string[]? Emails")]
    [InlineData("string? {|PRF027:LastName|}", "Hash = ProfileHash.Sha256", "string? LastName")]
    [InlineData("DateOnly? {|PRF027:BirthDate|}", "Hash = ProfileHash.Sha256", "DateOnly? BirthDate")]
    [InlineData("long? {|PRF027:Phone|}", "Hash = ProfileHash.Sha256", "long? Phone")]
    public Task Personal_data_is_hashed(string member, string option, string expected) =>
        Fixed<ProfileSchemaAnalyzer, ProtectPersonalDataFix>.Becomes(
            Declare($"[ProfileParameter] public {member} {{ get; set; }}"),
            Declare($"[ProfileParameter({option})] public {expected} {{ get; set; }}"),
            "Hash"
        );

    [Fact]
    public Task Personal_data_is_hashed_as_its_name_on_the_wire_suggests() =>
        Fixed<ProfileSchemaAnalyzer, ProtectPersonalDataFix>.Becomes(
            Declare("[ProfileParameter(\"email\")] public string? {|PRF027:Contact|};"),
            Declare("[ProfileParameter(\"email\", Hash = ProfileHash.Sha256Email)] public string? Contact;"),
            "Hash"
        );

    [Fact]
    public Task Converted_values_are_not_hashed() =>
        Fixed<ProfileSchemaAnalyzer, ProtectPersonalDataFix>.IsLeftAlone(
            Declare("[ProfileParameter, ProfileConverter<Domain>] public string? {|PRF027:Email|};")
                + """
                public class Domain : IProfileConverter<string>
                {
                    public static bool TryFormat(string value, Span<byte> utf8, out int written) => (written = 0) == 0;
                }
                """,
            "Hash"
        );

    private const string Branch = """
        public struct Branch
        {
            [ProfileParameter] public string? Email;
            [ProfileParameter] public AttributeTargets? Flags;
            [ProfileParameter(NullValue = "NONE")] public int Count;
        }
        """;

    [Fact]
    public async Task A_member_of_a_nested_object_is_not_fixed_at_the_member_that_leads_to_it()
    {
        string source =
            Declare("[ProfileParameter] public Branch {|PRF020:{|PRF024:{|PRF027:Branch|}|}|} { get; set; }") + Branch;

        await Fixed<ProfileSchemaAnalyzer, ProtectPersonalDataFix>.IsLeftAlone(source);
        await Fixed<ProfileSchemaAnalyzer, UsualSeparatorFix>.IsLeftAlone(source);
        await Fixed<ProfileSchemaAnalyzer, MakeNullableFix>.IsLeftAlone(source);
    }

    [Fact]
    public Task Personal_data_can_be_confirmed() =>
        Fixed<ProfileSchemaAnalyzer, ProtectPersonalDataFix>.Becomes(
            Declare(
                "[ProfileParameter(\"a\")] public string? {|PRF027:Email|}; [ProfileParameter] public string? {|PRF027:Phone|};"
            ),
            Declare(
                "[ProfileParameter(\"a\", IsPersonalData = true)] public string? Email; [ProfileParameter(IsPersonalData = true)] public string? Phone;"
            ),
            "Set IsPersonalData = true"
        );

    // Without a getter, newer compilers take an automatic property, and all of them an abstract one.
    [Fact]
    public Task Getters_are_added_where_they_have_no_body() =>
        Fixed<ProfileSchemaAnalyzer, AddGetterFix>.Becomes(
            DeclareAbstract("{|PRF010:A|} { set; }", "{|PRF010:B|} { init; }"),
            DeclareAbstract("A { get; set; }", "B { get; init; }")
        );

    [Theory]
    [InlineData("public int? {|PRF010:A|} { set { } }")]
    [InlineData("public static int? {|PRF010:A|} { get; set; }")]
    public Task No_fix_is_offered_for_a_member_with_a_body(string member) =>
        Fixed<ProfileSchemaAnalyzer, AddGetterFix>.IsLeftAlone(Declare("[ProfileParameter] " + member));

    [Fact]
    public Task Misplaced_values_are_removed() =>
        Fixed<ProfileSchemaAnalyzer, RemoveProfileValueFix>.Becomes(
            Declare(
                "[ProfileParameter] [{|PRF032:ProfileValue|}(\"x\")] public int? A; [{|PRF032:ProfileValue|}(\"x\"), ProfileParameter] public int? B;"
            ),
            Declare("[ProfileParameter] public int? A; [ProfileParameter] public int? B;")
        );

    private static Task Fixes<TFix>(string attribute, string? expected, string type)
        where TFix : CodeFixProvider, new()
    {
        string unmarked = type.Replace("{|PRF024:", "", StringComparison.Ordinal)
            .Replace("|}", "", StringComparison.Ordinal);
        return Fixed<ProfileSchemaAnalyzer, TFix>.Becomes(
            Declare(Twice(attribute, type)),
            expected is null ? Declare(Twice(attribute, type)) : Declare(Twice(expected, unmarked))
        );
    }

    private static string Twice(string attribute, string type) =>
        string.Join(
            "\n    ",
            "AB".Select(name =>
                $"[{attribute.Replace('§', name)}] public {type} {name} {{ get; set; }}{(type.EndsWith('?') || type.EndsWith("?|}", StringComparison.Ordinal) ? "" : " = default!;")}"
            )
        );

    private static string Declare(string members) =>
        $$"""
            [Profile]
            public partial class P
            {
                [ProfileKey(ProfileKeyKind.PcId)] public required string Id { get; set; }
                {{members}}
            }

            """;

    private static string DeclareAbstract(params string[] properties) =>
        Declare(string.Join("\n    ", properties.Select(p => "[ProfileParameter] public abstract int? " + p)))
            .Replace("partial", "abstract partial", StringComparison.Ordinal);
}
