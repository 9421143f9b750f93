using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>Members of base types, in their order, and read where they were declared.</summary>
public class HierarchyTests
{
    private const string Key = "[ProfileKey(ProfileKeyKind.PcId)] public int Id { get; set; } = 1;";

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    public void Base_members_come_first_across_the_hierarchy(string kind) =>
        AssertWritten(
            "b=2&profile.c=3&profile.a=4",
            $$"""
            public {{kind}} First { [ProfileParameter] public int B => 2; }
            public {{kind}} Second : First { [ProfileParameter] protected internal int C = 3; }
            [Profile] public partial {{kind}} P : Second { [ProfileParameter] private int A => 4; {{Key}} }
            """
        );

    [Fact]
    public void Order_of_declaration_is_kept_within_parts_and_positions() =>
        AssertWritten(
            "z=1&profile.y=2&profile.x=3&profile.w=4",
            $$"""
            [Profile] public partial record P([property: ProfileParameter] int Z, [property: ProfileParameter] int Y)
            {
                public P() : this(1, 2) { }
                [ProfileParameter] private readonly int _x = 3;
                [ProfileParameter] public int W => 4;
                {{Key}}
            }
            """.Replace("_x", "X", StringComparison.Ordinal)
        );

    [Fact]
    public void Base_that_is_a_profile_itself_has_a_contract_of_its_own()
    {
        string source = $$"""
            [Profile] public partial class Base { {{Key}} [ProfileParameter] public int A => 2; }
            [Profile] public partial class P : Base { [ProfileParameter] public int B => 3; }
            """;

        AssertWritten("a=2&profile.b=3", source);
        Assert.Equal("mboxPC=1&profile.a=2", Executed.Parameters("new Base()", source));
    }

    [Fact]
    public void Generic_bases_give_their_members_the_types_of_their_arguments() =>
        AssertWritten(
            "value=5&profile.other=x",
            $$"""
            public class Base<T, U> { [ProfileParameter] public required T Value { get; set; } [ProfileParameter] public U? Other { get; set; } }
            [Profile] public partial class P : Base<int, string>
            {
                [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public P() { Value = 5; Other = "x"; }
                {{Key}}
            }
            """
        );

    [Fact]
    public void Overrides_are_sent_once_in_the_place_of_what_they_override() =>
        AssertWritten(
            "renamed=9&profile.b=2&profile.c=8",
            $$"""
            public class Base
            {
                [ProfileParameter] public virtual int A => 1;
                [ProfileParameter] public int B => 2;
                [ProfileParameter] public virtual int C { get => 3; set { } }
            }
            [Profile] public partial class P : Base
            {
                [ProfileParameter("renamed")] public override int A => 9;
                public override int C => 8;
                {{Key}}
            }
            """
        );

    [Fact]
    public void Hidden_members_are_read_from_the_type_that_annotates_them() =>
        AssertWritten(
            "a=1&profile.own=2",
            $$"""
            public class Base { [ProfileParameter] public int A => 1; }
            [Profile] public partial class P : Base { [ProfileParameter("own")] public new int A => 2; {{Key}} }
            """
        );

    [Theory]
    [InlineData("class")]
    [InlineData("struct")]
    public void Explicit_implementations_are_read_through_their_interface(string kind) =>
        AssertWritten(
            "a=3",
            $$"""
            public interface IHasA { int A { get; } }
            [Profile] public partial {{kind}} P : IHasA
            {
                public P() { }
                [ProfileParameter] int IHasA.A => 3;
                {{Key}}
            }
            """
        );

    [Fact]
    public void Members_named_like_keywords_or_generated_names_are_read() =>
        AssertWritten(
            "class=1&profile.field=2&profile.instance=3&profile.generatedProfileContract=4&profile.record=5",
            $$"""
            [Profile] public partial class P
            {
                [ProfileParameter] public int @class => 1;
                [ProfileParameter] public int @field => 2;
                [ProfileParameter] public int Instance => 3;
                [ProfileParameter] public int GeneratedProfileContract => 4;
                [ProfileParameter] public int @record => 5;
                private static int GeneratedProfileContract_() => 0;
                public static int Use() => GeneratedProfileContract_();
                {{Key}}
            }
            """
        );

    [Fact]
    public void Generic_profiles_are_written() =>
        Assert.Equal(
            "mboxPC=1&profile.a=2",
            Executed.Parameters(
                "new P<string>()",
                $$"""[Profile] public partial class P<T> { {{Key}} [ProfileParameter] public int A => 2; }"""
            )
        );

    private static void AssertWritten(string expected, string source) =>
        Assert.Equal("mboxPC=1&profile." + expected, Executed.Parameters("new P()", source));
}
