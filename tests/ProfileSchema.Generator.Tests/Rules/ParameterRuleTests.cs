using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Rules;

/// <summary>Rules about the members that are marked as parameters.</summary>
public class ParameterRuleTests
{
    [Theory]
    [InlineData("[ProfileParameter] public [|object?|] A { get; set; }", "Type 'object?' of parameter 'P.A'")]
    [InlineData("[ProfileParameter] public [|int[,]|] A = new int[0, 0];", "use a supported type")]
    [InlineData("[ProfileParameter] public [|int[][]|] A = [];", "'int[][]'")]
    [InlineData("[ProfileParameter] public [|System.Collections.Generic.List<object>?|] A;", "'List<object>?'")]
    [InlineData(
        "[ProfileParameter] public [|System.Collections.Generic.Dictionary<int, int>?|] A;",
        "'Dictionary<int, int>?'"
    )]
    [InlineData("[ProfileParameter] public [|dynamic?|] A { get; set; }", "'dynamic?'")]
    [InlineData("[ProfileParameter] public [|(int, int)|] A { get; set; }", "'(int, int)'")]
    [InlineData("[ProfileParameter] public [|Half|] A { get; set; } public struct Half { }", "'P.Half'")]
    [InlineData("[ProfileParameter] public [|Enum?|] A { get; set; }", "'Enum?'")]
    public Task Type_unsupported(string member, string message) => Fires("PRF007", message, member);

    [Theory]
    [InlineData("")]
    [InlineData(" where T : struct, Enum")]
    public Task Type_parameter_is_unsupported(string constraints) =>
        Rule.Fires(
            "PRF007",
            "'T'",
            $"[Profile] public partial class P<T>{constraints} {{ [ProfileKey(ProfileKeyKind.PcId)] public int Id; [ProfileParameter] public [|T|] A {{ get; set; }} = default!; }}"
        );

    [Fact]
    public Task Positional_member_of_unsupported_type() =>
        Rule.Fires(
            "PRF007",
            "'P.A'",
            "[Profile] public partial record P([property: ProfileKey(ProfileKeyKind.PcId)] int Id, [property: ProfileParameter] [|object|] A);"
        );

    [Fact]
    public Task Inherited_members_are_reported_at_the_profile() =>
        Rule.Fires(
            "PRF007",
            "Type 'object' of parameter 'Base.A'",
            "public class Base { [ProfileParameter] public object A { get; set; } = 1; } "
                + "[Profile] public partial class [|P|] : Base { [ProfileKey(ProfileKeyKind.PcId)] public int Id; }"
        );

    [Theory]
    [InlineData("\"\"", "is empty")]
    [InlineData("\" \"", "is empty")]
    [InlineData("\"profile.a\"", "starts with 'profile.', which Target adds")]
    [InlineData("\"profile.\"", "remove the prefix")]
    [InlineData("\"\\ud83d\"", "an unpaired surrogate")]
    [InlineData("\"a\\ude00b\"", "an unpaired surrogate")]
    [InlineData("name: \"\"", "'P.A'")]
    [Trait("Clause", "NAME-1")]
    [Trait("Clause", "URL-3")]
    public Task Name_invalid(string name, string message)
    {
        string[] parts = name.Split(' ');
        string argument = name.StartsWith("name:", StringComparison.Ordinal) ? $"name: [|{parts[1]}|]" : $"[|{name}|]";
        return Fires("PRF008", message, $"[ProfileParameter({argument})] public int A {{ get; set; }}");
    }

    [Fact]
    [Trait("Clause", "NAME-2")]
    public Task Name_too_long() =>
        Fires(
            "PRF008",
            "has 129 characters, but the maximum is 128",
            $"[ProfileParameter([|\"{new string('a', 129)}\"|])] public int A {{ get; set; }}"
        );

    [Fact]
    [Trait("Clause", "NAME-2")]
    public Task Declared_name_too_long() =>
        Fires("PRF008", "shorten it", $"[ProfileParameter] public int [|{new string('a', 129)}|] {{ get; set; }}");

    [Theory]
    [InlineData(
        "[ProfileParameter(\"b\")] public int A { get; set; } [ProfileParameter] public int [|B|] { get; set; }"
    )]
    [InlineData(
        "[ProfileParameter] public int B { get; set; } [ProfileParameter([|\"b\"|])] public int A { get; set; }"
    )]
    [InlineData("[ProfileParameter] public int b, [|B|];")]
    public Task Name_repeated(string members) => Fires("PRF009", "Parameter name 'b' is used by both", members);

    [Fact]
    public Task Name_repeated_in_a_base_type() =>
        Rule.Fires(
            "PRF009",
            "Parameter name 'a' is used by both 'P.A' and 'Base.A'",
            "public class Base { [ProfileParameter] public int A { get; set; } } "
                + "[Profile] public partial class P : Base { [ProfileKey(ProfileKeyKind.PcId)] public int Id; "
                + "[ProfileParameter] public new int [|A|] { get; set; } }"
        );

    [Theory]
    [InlineData("[ProfileParameter] public int [|A|] { set { } }", "'P.A' has no getter")]
    [InlineData("[ProfileParameter] public static int [|A|] { get; set; }", "'P.A' is static")]
    [InlineData("[ProfileParameter] public const int [|A|] = 1;", "'P.A' is static")]
    [InlineData("[ProfileParameter] public int [|this|][int index] => index;", "'P.this[]' is an indexer")]
    [InlineData("[field: ProfileParameter] public int [|A|] { get; set; }", "'P.A' targets a backing field")]
    public Task Member_unreadable(string member, string message) => Fires("PRF010", message, member);

    [Fact]
    public Task Positional_member_annotated_on_its_backing_field() =>
        Rule.Fires(
            "PRF010",
            "'P.A' targets a backing field",
            "[Profile] public partial record P([field: ProfileKey(ProfileKeyKind.PcId)] int [|Id|], [field: ProfileParameter] int [|A|]);"
        );

    [Theory]
    [InlineData("[ProfileParameter] private int A { get; set; }")]
    [InlineData("[ProfileParameter] public int A { private get; set; }")]
    [InlineData("private interface IHasA { int A { get; } } [ProfileParameter] int IHasA.A => 1;", " : Base.IHasA")]
    public Task Members_private_to_a_base_type_are_unreadable(string member, string bases = "") =>
        Rule.Fires(
            "PRF010",
            "'Base.A' isn't accessible from 'P'",
            $"public class Base{bases} {{ {member} }} "
                + "[Profile] public partial class [|P|] : Base { [ProfileKey(ProfileKeyKind.PcId)] public int Id; }"
        );

    [Theory]
    [InlineData("[ProfileParameter(Format = [|\"F2\"|])] public string? A { get; set; }", "remove Format")]
    [InlineData(
        "[ProfileParameter(Format = [|\"x\"|])] public bool? A { get; set; }",
        "isn't valid for 'P.A' of type 'bool'"
    )]
    [InlineData("[ProfileParameter(Format = [|\"x\"|])] public char A { get; set; }", "'char'")]
    [InlineData("[ProfileParameter(\"a\", Format = [|\"x\"|])] public Uri? A { get; set; }", "'x'")]
    [InlineData("[ProfileParameter(Format = [|\"G\"|])] public DayOfWeek? A { get; set; }", "use D to send the number")]
    public Task Format_unusable(string member, string message) => Fires("PRF011", message, member);

    [Fact]
    public async Task Every_mistake_of_a_profile_is_reported_at_once()
    {
        GeneratorRun run = GeneratorRun.Of(
            """
            [Profile]
            public class P
            {
                [ProfileKey(ProfileKeyKind.PcId)] public object Id = 1;
                [ProfileParameter("")] public object A = 1;
                [ProfileParameter("x", Format = "x")] public string B { set { } }
                [ProfileParameter("x")] public int C;
            }
            """
        );

        Assert.Equal(
            ["PRF001", "PRF005", "PRF007", "PRF008", "PRF009", "PRF010", "PRF011", "PRF023"],
            (await Analysis.Of(run.Output)).Select(diagnostic => diagnostic.Id).Order()
        );
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("[ProfileParameter(\"Profile.a\")] public int A { get; set; }")]
    [InlineData("[ProfileParameter(\"a-b_c.d0\")] public int? A;")]
    [InlineData(
        "[ProfileParameter(\"a\")] private int A { get; set; } [ProfileParameter(\"b\")] protected int B { get; set; }"
    )]
    [InlineData("[ProfileParameter(Format = \"D\")] public DayOfWeek A { get; set; }")]
    [InlineData("[ProfileParameter(Format = null)] public string? A { get; set; }")]
    [Trait("Clause", "NAME-2")]
    public Task Sound_parameters(string member) => Rule.IsSilent(Declare(member));

    [Fact]
    [Trait("Clause", "NAME-2")]
    public Task Longest_name_is_sound() =>
        Rule.IsSilent(Declare($"[ProfileParameter(\"{new string('a', 128)}\")] public int A {{ get; set; }}"));

    private static Task Fires(string id, string message, string member) => Rule.Fires(id, message, Declare(member));

    private static string Declare(string member) =>
        $"[Profile] public partial class P {{ [ProfileKey(ProfileKeyKind.PcId)] public int Id {{ get; set; }} {member} }}";
}
