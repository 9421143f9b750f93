using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Generation;

/// <summary>After edits, whatever they are, the generator makes what it makes of the edited source alone.</summary>
public class ReuseTests
{
    private const string Profile = """
        [Profile]
        public partial class Member : Person
        {
            [ProfileParameter] public Tier Tier { get; set; }
            [ProfileParameter] public string Name { get; set; } = "";
            public int Sum() { int sum = 0; for (int i = 0; i < 9; i++) { sum += i; } return sum; }
            public override string ToString() => Names.Of(this);
            [ProfileParameter(Names.Town)] public string? City { get; set; }
            [ProfileParameter(Library.Place)] public string? Place { get; set; }
        }
        """;

    private const string Base = """
        public class Person
        {
            public Person() { Id = "none"; }
            /// <summary>Years since birth.</summary>
            [ProfileParameter] public int Age { get; set; }
            [ProfileParameter] public string Nick { get; set; } = "";
            public static Person operator +(Person left, Person right) { return left; }
            [ProfileKey(ProfileKeyKind.ThirdPartyId)] public string Id { get; set; }
            ~Person() { Age = 0; }
        }
        """;

    private const string Consts = """
        public static class Names
        {
            public static string Of(object value) { const string Town = "village"; return Town + value; }
            public const string Town = "town";
            static Names() { }
        }
        """;

    private const string Enum = "public enum Tier { Bronze, [ProfileValue(\"best\")] Gold }";

    private const string Other = """
        public class Other
        {
            public int Number { get => 1; }
            public int Edit() => 1;
            public void Run()
            {
                Action run = () => { Edit(); };
                run();
            }
        }
        """;

    private static readonly string[] Snippets =
    [
        "{",
        "}",
        ";",
        "=> 2;",
        "\"",
        "// ",
        "/*",
        "*/",
        "/// <summary>Another.</summary>\n",
        "\n#nullable disable\n",
        "\n#if NEVER\n",
        "\n#endif\n",
        "\n#pragma warning disable\n",
        " int local = 3; ",
        " return; ",
        " public const string Town = \"city\"; ",
        " [ProfileParameter] public int? More { get; set; } ",
        "} [ProfileParameter] public int? Out { get; set; } void M() {",
        "static ",
        "partial ",
        "x",
    ];

    [Theory]
    [InlineData(Other, "=> 1;", "=> 2;")]
    [InlineData(Other, "Edit();", "Edit(); Edit();")]
    [InlineData(Base, "\"none\"", "\"nobody\"")]
    [InlineData(Base, "return left;", "return right;")]
    [InlineData(Base, "Age = 0;", "")]
    [InlineData(Consts, "village", "hamlet")]
    [InlineData(Profile, "sum += i;", "sum -= i; // Less.")]
    public void Edit_of_a_method_leaves_every_step_cached(string file, string old, string @new)
    {
        GeneratorRun first = Run();

        GeneratorRun second = Edit(first, file, file.Replace(old, @new, StringComparison.Ordinal));

        second.AssertCached();
        Assert.Equal(first.Files, second.Files);
    }

    [Theory]
    [InlineData("{ Id = \"none\"; }", "{ Id = \"none\";\n#nullable disable\n}")]
    [InlineData(
        "{ Id = \"none\"; }",
        "{ Id = \"none\"; } [ProfileParameter] public int? More { get; set; } int Less() { return 1; }"
    )]
    [InlineData("{ Id = \"none\"; }", "{ Id = \"none\"; /* }")]
    [InlineData("{ Id = \"none\"; }", "{ Id = \"none\";\n#if NEVER\n}")]
    [InlineData("{ Id = \"none\"; }", "{ Id = \"none\"; } /// <summary>Of a friend.</summary>")]
    [InlineData("Years since birth.", "Years.")]
    public void Edit_that_reaches_beyond_a_method_is_noticed(string old, string @new)
    {
        GeneratorRun first = Run();

        GeneratorRun second = Edit(first, Base, Base.Replace(old, @new, StringComparison.Ordinal));

        Assert.Equal(GeneratorRun.Of(second.Input).Files, second.Files);
    }

    [Fact]
    public void Edit_of_a_method_hides_no_other_edit()
    {
        GeneratorRun run = Run();
        SyntaxTree[] edited =
        [
            .. run.Input.SyntaxTrees.Select(tree =>
                Reparse(
                    tree,
                    tree.ToString()
                        .Replace("=> 1;", "=> 2;", StringComparison.Ordinal)
                        .Replace("= \"town\"", "= \"city\"", StringComparison.Ordinal)
                )
            ),
        ];

        GeneratorRun second = run.Then(run.Input.RemoveAllSyntaxTrees().AddSyntaxTrees(edited));

        Assert.Contains("new(\"city\", typeof(string))", second.OnlyFile, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_of_a_property_decides_whether_there_is_a_field_behind_it()
    {
        const string Marked = "public class Base { [field: ProfileParameter] public int? A { get => field; } }";
        GeneratorRun first = GeneratorRun.Of(
            """
            [Profile]
            public partial class P : Base
            {
                [ProfileKey(ProfileKeyKind.PcId), ProfileParameter] public int Id { get; set; }
            }
            """,
            Marked
        );

        GeneratorRun second = Edit(first, Marked, Marked.Replace("=> field", "=> 7", StringComparison.Ordinal));

        Assert.Equal(GeneratorRun.Of(second.Input).Files, second.Files);
        Assert.Single(second.Files);
    }

    [Fact]
    public void What_is_no_source_is_noticed_too()
    {
        GeneratorRun first = Run();
        var input = (CSharpCompilation)first.Input;
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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_edit_gives_the_output_of_a_fresh_run(int seed)
    {
        var random = new Random(seed);
        GeneratorRun run = Run();
        Compilation whole = run.Input;
        for (int i = 0; i < 150; i++)
        {
            // Now and then all is undone, so that most is well-formed most of the time.
            Compilation edited = random.Next(4) == 0 ? whole : Edit(run.Input, random);

            run = run.Then(edited);

            Assert.Equal(GeneratorRun.Of(edited).Files, run.Files);
        }
    }

    private static GeneratorRun Run() =>
        GeneratorRun
            .Of(Source.Compile(Profile, Base, Consts, Enum, Other).AddReferences(Library("somewhere")))
            .AssertCompiles();

    private static CompilationReference Library(string place) =>
        Source
            .Compile($"public static class Library {{ public const string Place = \"{place}\"; }}")
            .ToMetadataReference();

    private static GeneratorRun Edit(GeneratorRun run, string file, string edited)
    {
        Assert.NotEqual(file, edited);
        SyntaxTree tree = run.Input.SyntaxTrees.Single(tree => tree.ToString() == file);
        return run.Then(run.Input.ReplaceSyntaxTree(tree, Reparse(tree, edited)));
    }

    /// <summary>Deletes something, or adds something, half of the time inside of braces.</summary>
    private static Compilation Edit(Compilation input, Random random)
    {
        SyntaxTree tree = input.SyntaxTrees.ElementAt(random.Next(1, input.SyntaxTrees.Count()));
        string text = tree.ToString();
        int at = random.Next(text.Length + 1);
        if (random.Next(2) == 0)
        {
            int brace = text.IndexOf('{', at);
            at = brace < 0 ? at : Math.Min(text.Length, brace + 1 + random.Next(20));
        }

        int deleted = random.Next(2) == 0 ? Math.Min(text.Length - at, random.Next(12)) : 0;
        string added = random.Next(3) == 0 ? "" : Snippets[random.Next(Snippets.Length)];
        string edited = string.Concat(text.AsSpan(0, at), added, text.AsSpan(at + deleted));
        return input.ReplaceSyntaxTree(tree, Reparse(tree, edited));
    }

    private static SyntaxTree Reparse(SyntaxTree tree, string text) =>
        text == tree.ToString() ? tree : Source.Parse(text, tree.FilePath, (CSharpParseOptions)tree.Options);
}
