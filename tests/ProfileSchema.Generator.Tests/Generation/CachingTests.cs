using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Generation;

/// <summary>What an edit makes the generator do again, and what not.</summary>
public class CachingTests
{
    private const string Profile = """
        [Profile]
        public partial class Member : Person
        {
            [ProfileParameter] public Tier Tier { get; set; }
        }
        """;

    private const string Base = """
        public class Person
        {
            [ProfileKey(ProfileKeyKind.ThirdPartyId)] public string Id { get; set; } = "";
            [ProfileParameter] public int Age { get; set; }
        }
        """;

    private const string Enum = "public enum Tier { Bronze, Gold }";

    private const string Other = "public class Other { public int Number => 1; }";

    [Fact]
    public void Unrelated_edit_leaves_every_step_cached()
    {
        GeneratorRun first = Run();

        GeneratorRun second = Edit(first, Other, "public class Other { public string Text => \"2\"; }");

        second.AssertCached();
    }

    [Fact]
    public void Edit_inside_the_profile_that_changes_no_fact_leaves_every_step_cached()
    {
        GeneratorRun first = Run();

        GeneratorRun second = Edit(
            first,
            Profile,
            "// Moved down.\n\n" + Profile.Replace("set; }", "set; } = Tier.Gold;", StringComparison.Ordinal)
        );

        second.AssertCached();
        Assert.Equal(first.OnlyFile, second.OnlyFile);
    }

    [Fact]
    public void Another_profile_leaves_the_file_of_the_first_cached()
    {
        GeneratorRun first = Run();

        GeneratorRun second = Edit(first, Other, Profile.Replace("Member", "Second", StringComparison.Ordinal));

        Assert.Equal(
            [IncrementalStepRunReason.New, IncrementalStepRunReason.Cached],
            second.Reasons(ProfileGeneratorSteps.Emit).Order()
        );
        Assert.Equal(2, second.Files.Count);
    }

    [Theory]
    [InlineData(Base, "int Age", "int Years", "\"years\"")]
    [InlineData(Base, "int Age", "long Age", "typeof(long)")]
    [InlineData(Enum, "Gold", "Golden", "\"golden\"")]
    [InlineData(Enum, "Gold", "Gold, Platinum", "\"platinum\"")]
    [InlineData(Profile, "[ProfileParameter]", "[ProfileParameter(\"level\")]", "\"level\"")]
    [InlineData(Profile, "[Profile]", "[Profile(Naming = ProfileNaming.AsDeclared)]", "\"Tier\"")]
    public void Edit_in_any_file_that_changes_a_fact_regenerates(string file, string old, string @new, string expected)
    {
        GeneratorRun first = Run();
        Assert.DoesNotContain(expected, first.OnlyFile, StringComparison.Ordinal);

        GeneratorRun second = Edit(first, file, file.Replace(old, @new, StringComparison.Ordinal));

        Assert.Contains(expected, second.OnlyFile, StringComparison.Ordinal);
        second.AssertCompiles();
    }

    [Fact]
    public void Edit_that_breaks_a_rule_takes_the_contract_away_and_its_undoing_brings_it_back()
    {
        GeneratorRun first = Run();

        GeneratorRun broken = Edit(first, Base, Base.Replace("int Age", "object Age", StringComparison.Ordinal));
        GeneratorRun mended = broken.Then(first.Input);

        Assert.Empty(broken.Files);
        Assert.Equal(first.OnlyFile, mended.OnlyFile);
    }

    private static GeneratorRun Run() => GeneratorRun.Of(Profile, Base, Enum, Other).AssertCompiles();

    private static GeneratorRun Edit(GeneratorRun run, string file, string edited)
    {
        Assert.NotEqual(file, edited);
        SyntaxTree tree = run.Input.SyntaxTrees.Single(tree => tree.ToString() == file);
        SyntaxTree other = Source.Parse(edited, tree.FilePath, (CSharpParseOptions)tree.Options);
        return run.Then(run.Input.ReplaceSyntaxTree(tree, other));
    }
}
