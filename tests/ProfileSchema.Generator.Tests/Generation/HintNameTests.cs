using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Generation;

/// <summary>The names of generated files are full metadata names, and no two are the same.</summary>
public class HintNameTests
{
    private const string Body = "[ProfileKey(ProfileKeyKind.PcId)] public int Id; [ProfileParameter] public int A;";

    [Fact]
    public void Names_that_collide_for_a_file_system_or_without_arity_or_nesting_stay_apart()
    {
        GeneratorRun run = GeneratorRun.Of(
            $$"""
            #pragma warning disable CS0649
            namespace A.B { [Profile] public partial class C { {{Body}} } }
            namespace A { public partial class B_ { [Profile] public partial class C { {{Body}} } } }
            namespace A
            {
                [Profile] public partial class Member { {{Body}} }
                [Profile] public partial class MEMBER { {{Body}} }
                [Profile] public partial class Member<T> { {{Body}} }
                [Profile] public partial class Member<T, U> { {{Body}} }
                public partial class Outer { [Profile] public partial class Member { {{Body}} } }
                public partial class Outer<T> { [Profile] public partial class Member { {{Body}} } }
                [Profile] public partial class Größe { {{Body}} }
                [Profile] public partial class GRÖSSE { {{Body}} }
            }
            [Profile] public partial class A_Member { {{Body}} }
            """
        );

        run.AssertCompiles();
        Assert.Equal(
            [
                "A.B.C.Profile.g.cs",
                "A.B_+C.Profile.g.cs",
                "A.GR-00d6SSE.Profile.g.cs",
                "A.Gr-00f6-00dfe.Profile.g.cs",
                "A.MEMBER.1.Profile.g.cs",
                "A.Member.2.Profile.g.cs",
                "A.Member`1.Profile.g.cs",
                "A.Member`2.Profile.g.cs",
                "A.Outer+Member.Profile.g.cs",
                "A.Outer`1+Member.Profile.g.cs",
                "A_Member.Profile.g.cs",
            ],
            run.Files.Keys.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("[Profile] partial class P { BODY } [Profile] partial class P { }")]
    [InlineData("[Profile] partial class P { BODY } [Profile] partial struct P { BODY }")]
    [InlineData("[Profile] partial class P { BODY } [Profile] partial class P { BODY }")]
    public void Source_that_declares_a_profile_twice_does_not_break_the_generator(string source) =>
        Assert.InRange(GeneratorRun.Of(source.Replace("BODY", Body, StringComparison.Ordinal)).Files.Count, 0, 1);
}
