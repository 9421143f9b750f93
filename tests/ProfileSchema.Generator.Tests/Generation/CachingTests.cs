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
            [ProfileParameter] public Address? Home { get; set; }
            [ProfileParameter] public Money? Spent { get; set; }
        }
        """;

    private const string Nested = """
        public class Address
        {
            /// <summary>The city.</summary>
            [ProfileParameter] public string? City { get; set; }
            [ProfileParameter] public string[]? Floors { get; set; }
        }
        """;

    private const string Converted = """
        [ProfileConverter<Money.Converter>]
        public struct Money
        {
            public class Converter : IProfileConverter<Money>
            {
                public static bool TryFormat(Money value, Span<byte> utf8, out int written) => (written = 0) == 0;
            }
            public class Other : Converter { }
        }
        """;

    private const string Mirrored =
        "public class Order { public int Id { get; set; } public int? Total { get; set; } }";

    private const string Mirror = """
        [ProfileContractFor<Order>]
        public partial class OrderContract
        {
            [ProfileKey(ProfileKeyKind.PcId)] int Id { get; }
            [ProfileParameter] int? Total { get; }
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
    public void Edit_of_a_method_leaves_every_step_cached()
    {
        GeneratorRun first = Run();

        GeneratorRun second = Edit(first, Other, Other.Replace("=> 1;", "=> 2;", StringComparison.Ordinal));

        second.AssertCached();
        Assert.Equal(first.Files, second.Files);
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
    public void Edit_beside_the_profile_in_its_own_file_leaves_every_step_cached()
    {
        GeneratorRun first = Run();

        GeneratorRun second = Edit(first, Profile, "public enum Above { A }\n" + Profile + "\npublic class Below { }");

        second.AssertCached();
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
    [InlineData(Enum, "Gold", "Golden", "\"golden ")]
    [InlineData(Enum, "Gold", "Gold, Platinum", "\"platinum ")]
    [InlineData(Enum, "Gold", "[ProfileValue(\"best\")] Gold", "\"best ")]
    [InlineData(Enum, "Bronze, Gold", "Bronze, Gold = 7, Lead = 1", "Tier.Lead")]
    [InlineData(Nested, "string? City", "string? Town", "\"home.town\"")]
    [InlineData(Nested, "string? City", "int? City", "new(\"home.city\", typeof(int))")]
    [InlineData(Nested, "string[]? Floors", "int[]? Floors", "typeof(int[])")]
    [InlineData(Nested, "The city.", "The town.", "Summary = \"The town.\"")]
    [InlineData(
        Nested,
        "[ProfileParameter] public string?",
        "[ProfileParameter(MaxLength = 9)] public string?",
        "MaxLength = 9"
    )]
    [InlineData(Converted, "<Money.Converter>", "<Money.Other>", "Money.Other")]
    [InlineData(Profile, "[ProfileParameter] public T", "[ProfileParameter(\"level\")] public T", "\"level\"")]
    [InlineData(Profile, "[Profile]", "[Profile(Naming = ProfileNaming.AsDeclared)]", "\"Tier\"")]
    public void Edit_in_any_file_that_changes_a_fact_regenerates(string file, string old, string @new, string expected)
    {
        GeneratorRun first = Run();
        Assert.DoesNotContain(expected, first.OnlyFile, StringComparison.Ordinal);

        GeneratorRun second = Edit(first, file, file.Replace(old, @new, StringComparison.Ordinal));

        Assert.Contains(expected, second.OnlyFile, StringComparison.Ordinal);
        Assert.Equal(GeneratorRun.Of(second.Input).Files, second.Files);
        second.AssertCompiles();
    }

    [Theory]
    [InlineData(Mirrored, "int? Total", "int Total", "new(\"total\", typeof(int)),")]
    [InlineData(Mirror, "[ProfileParameter]", "[ProfileParameter(\"sum\")]", "\"sum\"")]
    public void Edit_of_a_mapped_member_or_of_its_target_regenerates(
        string file,
        string old,
        string @new,
        string expected
    )
    {
        GeneratorRun first = GeneratorRun.Of(Mirror, Mirrored).AssertCompiles();
        Assert.DoesNotContain(expected, first.OnlyFile, StringComparison.Ordinal);

        GeneratorRun second = Edit(first, file, file.Replace(old, @new, StringComparison.Ordinal));

        Assert.Contains(expected, second.OnlyFile, StringComparison.Ordinal);
        Assert.Equal(GeneratorRun.Of(second.Input).Files, second.Files);
        second.AssertCompiles();
    }

    [Theory]
    [InlineData("class Address", "sealed class Address")]
    [InlineData("string[]? Floors { get; set; }", "string[]? Floors { get; init; }")]
    [InlineData("class Address\n{", "class Address\n{\n    public string? Unmarked { get; set; }\n")]
    public void Edit_of_a_nested_type_that_changes_no_fact_leaves_every_step_cached(string old, string @new)
    {
        GeneratorRun first = Run();

        GeneratorRun second = Edit(first, Nested, Nested.Replace(old, @new, StringComparison.Ordinal));

        second.AssertCached();
        second.AssertCompiles();
    }

    [Fact]
    public void Edit_that_breaks_a_rule_takes_the_contract_away_and_its_undoing_brings_it_back()
    {
        GeneratorRun first = Run();

        GeneratorRun broken = Edit(first, Base, Base.Replace("int Age", "object Age", StringComparison.Ordinal));
        GeneratorRun repaired = broken.Then(first.Input);

        Assert.Empty(broken.Files);
        Assert.Equal(first.OnlyFile, repaired.OnlyFile);
    }

    [Fact]
    public void Edit_of_a_getter_that_takes_the_field_behind_a_property_away_regenerates()
    {
        const string Annotated = "public class Base { [field: ProfileParameter] public int? A { get => field; } }";
        GeneratorRun first = GeneratorRun.Of(
            """
            [Profile]
            public partial class P : Base
            {
                [ProfileKey(ProfileKeyKind.PcId), ProfileParameter] public int Id { get; set; }
            }
            """,
            Annotated
        );

        GeneratorRun second = Edit(first, Annotated, Annotated.Replace("=> field", "=> 7", StringComparison.Ordinal));

        Assert.Equal(GeneratorRun.Of(second.Input).Files, second.Files);
        Assert.Single(second.Files);
    }

    [Fact]
    public void Change_of_an_option_a_reference_or_the_files_regenerates_and_its_undoing_brings_the_first_output_back()
    {
        const string Placed = """
            [Profile]
            public partial class Shop
            {
                [ProfileKey(ProfileKeyKind.PcId)] public string Id { get; set; } = "";
                [ProfileParameter(Library.Place)] public string Place { get; set; } = "";
                [ProfileParameter] public Tier Tier { get; set; }
            }
            """;
        CSharpCompilation input = Source.Compile(Placed, Enum).AddReferences(Library("somewhere"));
        GeneratorRun first = GeneratorRun.Of(input).AssertCompiles();
        Compilation[] others =
        [
            input.WithOptions(input.Options.WithNullableContextOptions(NullableContextOptions.Disable)),
            input.ReplaceReference(input.References.Last(), Library("elsewhere")),
            input.RemoveSyntaxTrees(input.SyntaxTrees.Single(tree => tree.ToString() == Enum)),
        ];

        Assert.All(
            others,
            other =>
            {
                GeneratorRun then = first.Then(other);

                Assert.NotEqual(first.Files, then.Files);
                Assert.Equal(GeneratorRun.Of(other).Files, then.Files);
                Assert.Equal(first.Files, then.Then(first.Input).Files);
            }
        );
    }

    private static CompilationReference Library(string place) =>
        Source
            .Compile($"public static class Library {{ public const string Place = \"{place}\"; }}")
            .ToMetadataReference();

    private static GeneratorRun Run() =>
        GeneratorRun.Of(Profile, Base, Enum, Other, Nested, Converted).AssertCompiles();

    private static GeneratorRun Edit(GeneratorRun run, string file, string edited)
    {
        Assert.NotEqual(file, edited);
        SyntaxTree tree = run.Input.SyntaxTrees.Single(tree => tree.ToString() == file);
        SyntaxTree other = Source.Parse(edited, tree.FilePath, (CSharpParseOptions)tree.Options);
        return run.Then(run.Input.ReplaceSyntaxTree(tree, other));
    }
}
