using Microsoft.CodeAnalysis.CSharp;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Generation;

/// <summary>An attribute is what its name means where it stands, and counts wherever it may stand.</summary>
public class AttributeMeaningTests
{
    private const string Note = "public class NoteAttribute : Attribute { }";

    private const string Id = "[ProfileKey(ProfileKeyKind.PcId)] public int Id { get; set; }";

    [Fact]
    public void Each_part_of_a_profile_has_its_own_usings() =>
        AssertParameters(
            ["a", "b", "d"],
            $$"""
            {{Note}}
            [Profile] public partial class P
            {
                {{Id}}
                [ProfileParameter] public int? A { get; set; }
                [ProfileParameter] public int? B { get; set; }
            }
            """,
            """
            using ProfileParameterAttribute = NoteAttribute;
            public partial class P { [ProfileParameter] public int? C { get; set; } }
            """,
            "public partial class P { [ProfileParameter] public int? D { get; set; } }"
        );

    [Fact]
    public void Type_within_the_base_hides_the_attribute_there_alone() =>
        AssertParameters(
            ["b", "c"],
            $$"""
            public class Base
            {
                [ProfileParameter] public int? A { get; set; }
                private class ProfileParameterAttribute : Attribute { }
            }
            [Profile] public partial class P : Base
            {
                {{Id}}
                [ProfileParameter] public int? B { get; set; }
                [ProfileParameter] public int? C { get; set; }
            }
            """
        );

    [Fact]
    public void Members_beside_each_other_have_attributes_of_their_own() =>
        AssertParameters(
            ["a", "second", "d", "e", "f", "g"],
            $$"""
            {{Note}}
            [Profile] public partial class P
            {
                {{Id}}
                [ProfileParameter] public int? A { get; set; }
                [ProfileParameter("second")] public int? B { get; set; }
                [Note] public int? C { get; set; }
                [Note, ProfileParameter] public int? D { get; set; }
                [Note] [ProfileParameter] public int? E { get; set; }
                [ProfileParameter] public int? F, G;
                [Note] public int? H { get; set; }
                public int? I { get; set; }
            }
            """
        );

    [Fact]
    public void Name_with_an_at_sign_is_not_taken_for_the_one_without()
    {
        GeneratorRun run = GeneratorRun.Of(
            $$"""
            [Profile] public partial class P
            {
                {{Id}}
                [@ProfileParameter] public int? Unknown { get; set; }
                [ProfileParameter] public int? A { get; set; }
            }
            """
        );

        Assert.Contains("new(\"a\", typeof(int))", run.OnlyFile, StringComparison.Ordinal);
    }

    [Fact]
    public void Property_has_the_attributes_of_both_its_parts()
    {
        Assert.SkipUnless(
            LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() >= (LanguageVersion)1300,
            "The compiler knows no partial properties."
        );
        AssertParameters(
            ["a", "b"],
            $$"""
            [Profile] public partial class P
            {
                {{Id}}
                public partial int? A { get; }
                [ProfileParameter] public partial int? B { get; }
                public partial int? C { get; }
            }
            """,
            """
            public partial class P
            {
                [ProfileParameter] public partial int? A => 1;
                public partial int? B => 1;
                public partial int? C => 1;
            }
            """
        );
    }

    [Theory]
    [InlineData("public int? A { [Obsolete(\"Gone.\", DiagnosticId = \"OLD1\")] get; set; }")]
    [InlineData("[Obsolete(\"Gone.\", DiagnosticId = \"OLD1\")] public int? A { get; set; }")]
    [InlineData("[Obsolete(\"Gone.\", DiagnosticId = \"OLD1\")] public int? A;")]
    public void Obsolete_members_and_getters_are_read_by_an_obsolete_contract(string member)
    {
        GeneratorRun run = GeneratorRun
            .Of($"[Profile] public partial class P {{ {Id} [ProfileParameter] {member} }}")
            .AssertCompiles();

        Assert.Contains("#pragma warning disable OLD1", run.OnlyFile, StringComparison.Ordinal);
    }

    private static void AssertParameters(string[] names, params string[] files)
    {
        GeneratorRun run = GeneratorRun.Of(files).AssertCompiles();

        string[] found =
        [
            .. run
                .OnlyFile.Split("new(\"", StringSplitOptions.None)
                .Skip(1)
                .Select(text => text[..text.IndexOf('"', StringComparison.Ordinal)]),
        ];
        Assert.Equal(names, found);
    }
}
