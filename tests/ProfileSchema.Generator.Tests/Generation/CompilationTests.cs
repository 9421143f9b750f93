using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Generation;

/// <summary>Generated code compiles without a warning wherever the user's does.</summary>
public class CompilationTests
{
    private const string Profiles = """
        #pragma warning disable CS8632 // Annotations are written in files that may not be annotated.
        namespace Acme
        {
            [Obsolete("Use Level.")]
            public enum Tier { Gold, [Obsolete("Gone.", true)] Lead }

            [Profile]
            public partial class Member
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId)] public string Id { get; set; } = "";
                [ProfileParameter] public string? Text { get; set; }
                [ProfileParameter] protected Uri? Page { get; set; }
        #pragma warning disable CS0612, CS0618
                [ProfileParameter] public Tier? Tier { get; set; }
        #pragma warning restore CS0612, CS0618
                [Obsolete("Use Text."), ProfileParameter] public string? Old { get; set; }
                [Obsolete("Gone.", true), ProfileParameter] public int Older { get; set; }

                [Profile]
                private partial class Child : Member
                {
                    [ProfileParameter] private protected int Ours { get; set; }
                }
            }

            public class Inner
            {
                [ProfileParameter] public string Text { get; set; } = "";
                [ProfileParameter] public string?[]? Texts { get; set; }
                [ProfileParameter] public Version[] Versions { get; set; } = new Version[0];
                [ProfileParameter] public Version? Version { get; set; }
                [Obsolete("Use Text."), ProfileParameter] public int[]? Old { get; set; }
                [ProfileParameter, ProfileConverter<Converter>] public string? Converted { get; set; }
                [ProfileParameter] public Walker Walker { get; set; } = new Walker();
                [ProfileParameter(Hash = ProfileHash.Sha256)] public string? Hashed { get; set; }
                [ProfileParameter(Separator = ',', NullValue = "x")] public AttributeTargets? Flags { get; set; }
            }

            public class Walker : System.Collections.Generic.IEnumerable<string?>
            {
                System.Collections.Generic.IEnumerator<string?> System.Collections.Generic.IEnumerable<string?>.GetEnumerator() { yield break; }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() { yield break; }
            }

            public class Converter : IProfileConverter<string>
            {
                public static bool TryFormat(string value, Span<byte> utf8, out int written) => (written = 0) == 0;
            }

            [Profile]
            public partial class Nesting
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id { get; set; }
                [ProfileParameter] public Inner? Maybe { get; set; }
                [ProfileParameter] public Inner Always { get; set; } = new Inner();
                [ProfileParameter] public int branch1 { get; set; }
                [ProfileParameter] public int value2 { get; set; }
            }

            public class Order { public string Id { get; set; } = ""; public string Text { get; set; } = ""; public Inner? Inner { get; set; } }

            [ProfileContractFor<Order>]
            public partial class OrderContract
            {
                [ProfileKey(ProfileKeyKind.PcId)] string Id { get; }
                [ProfileParameter] string Text { get; }
                [ProfileParameter] Inner Inner { get; }
            }

            [Obsolete("Use Member.")]
            [Profile]
            internal partial struct Former
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id { readonly get; set; }
                [ProfileParameter] public nint System { get; set; }
                [ProfileParameter] public Half ProfileSchema { get; set; }
                [ProfileParameter] public int global { get; set; }
                [ProfileParameter] public int profile { get; set; }
                [ProfileParameter] public int writer { get; set; }
                [ProfileParameter] public int Write { get; set; }
                [ProfileParameter] public int Instance { get; set; }
                [ProfileParameter] public int Contract { get; set; }
            }

            [Obsolete("Gone.", true)]
            [Profile]
            public partial record Gone([property: ProfileKey(ProfileKeyKind.PcId)] Guid Id)
            {
                [ProfileParameter] public int A { get; set; }
            }
        }
        """;

    public static TheoryData<string, NullableContextOptions> Settings =>
        new(
            from version in Source.SupportedVersions
            from nullable in Enum.GetValues<NullableContextOptions>()
            select (version.ToDisplayString(), nullable)
        );

    [Theory]
    [MemberData(nameof(Settings))]
    public void Compiles_without_warnings(string version, NullableContextOptions nullable)
    {
        Assert.True(LanguageVersionFacts.TryParse(version, out LanguageVersion parsed));

        GeneratorRun run = GeneratorRun.Of(Source.Compile([Profiles], parsed, nullable)).AssertCompiles();

        Assert.Equal(6, run.Files.Count);
    }

    [Fact]
    public void Warnings_with_an_id_of_their_own_stay_where_the_member_is_declared()
    {
        GeneratorRun
            .Of(
                """
                using System.Diagnostics.CodeAnalysis;
                #pragma warning disable OLD1, OLD2, OLD3, OLD4, NEW1, NEW2, NEW3, NEW4, NEW5
                [Obsolete("Use Level.", DiagnosticId = "OLD1")] public enum Tier { Gold, [Obsolete("Gone.", DiagnosticId = "OLD2")] Lead = 9 }
                [Experimental("NEW1")] public enum Level { Gold, Lead }
                [Experimental("NEW2")] public class Branch { [ProfileParameter] public int? A { get; set; } }
                [Experimental("NEW3")] public class Texts : System.Collections.Generic.List<string> { }
                public class Outer { [Experimental("NEW4")] public class Inner { public struct Word : ISpanFormattable
                {
                    public string ToString(string? format, IFormatProvider? provider) => "";
                    public bool TryFormat(Span<char> text, out int written, ReadOnlySpan<char> format, IFormatProvider? provider) =>
                        (written = 0) == 0;
                } } }
                [Experimental("NEW5")] public class Converter : IProfileConverter<Version>
                {
                    public static bool TryFormat(Version value, Span<byte> utf8, out int written) => (written = 0) == 0;
                }
                [Obsolete("Gone.", DiagnosticId = "OLD4")] public interface IHasA { int? A { get; } }
                [Profile]
                public partial class P : IHasA
                {
                    [ProfileKey(ProfileKeyKind.PcId)] public int Id { get; set; }
                    [ProfileParameter] int? IHasA.A => 1;
                    [ProfileParameter] public Tier? Tier { get; set; }
                    [ProfileParameter] public Level[]? Levels { get; set; }
                    [ProfileParameter] public Branch? Branch { get; set; }
                    [ProfileParameter] public Texts? Texts { get; set; }
                    [ProfileParameter] public Outer.Inner.Word Word { get; set; } = new();
                    [ProfileParameter, ProfileConverter<Converter>] public Version? Version { get; set; }
                    [Obsolete("Use Tier.", DiagnosticId = "OLD3"), ProfileParameter] public int? Old { get; set; }
                }
                """
            )
            .AssertCompiles();
    }

    [Fact]
    public void Type_arguments_may_be_annotated()
    {
        GeneratorRun
            .Of(
                """
                public struct Pair<T> { [ProfileParameter] public T A { get; set; } }
                public class Base<T> { [ProfileParameter] public int? B { get; set; } }
                public struct Box<T> { }
                public class Converter : IProfileConverter<Box<string?>>, IProfileConverter<(int A, string? B)>
                {
                    public static bool TryFormat(Box<string?> value, Span<byte> utf8, out int written) => (written = 0) == 0;
                    public static bool TryFormat((int A, string? B) value, Span<byte> utf8, out int written) => (written = 0) == 0;
                }
                [Profile]
                public partial class P : Base<string?>
                {
                    [ProfileKey(ProfileKeyKind.PcId)] public int Id { get; set; }
                    public new int? B { get; set; }
                    [ProfileParameter] public Pair<string?> Pair { get; set; }
                    [ProfileParameter("other")] public Pair<string?>? Other { get; set; }
                    [ProfileParameter, ProfileConverter<Converter>] public Box<string?>? Box { get; set; }
                    [ProfileParameter, ProfileConverter<Converter>] public Box<string?>[]? Boxes { get; set; }
                    [ProfileParameter, ProfileConverter<Converter>] public (int A, string? B) Tuple { get; set; }
                }
                """
            )
            .AssertCompiles();
    }

    [Fact]
    public void Assembly_may_be_CLS_compliant_and_names_of_small_letters()
    {
        GeneratorRun
            .Of(
                """
                #pragma warning disable CS8981
                [assembly: CLSCompliant(true)]
                public class order { public int Id { get; set; } public int? Total { get; set; } }
                [ProfileContractFor<order>]
                public partial class contract
                {
                    [ProfileKey(ProfileKeyKind.PcId)] int Id { get; }
                    [ProfileParameter] int? Total { get; }
                }
                public partial class outer
                {
                    [Profile]
                    public partial class inner
                    {
                        [ProfileKey(ProfileKeyKind.PcId)] public int Id { get; set; }
                        [ProfileParameter] public int? A { get; set; }
                    }
                }
                """
            )
            .AssertCompiles();
    }

    [Fact]
    public void Generated_files_are_marked_end_lines_alike_and_disable_warnings_by_name()
    {
        foreach (string file in GeneratorRun.Of(Profiles).Files.Values)
        {
            Assert.StartsWith("// <auto-generated/>\n#nullable enable\n", file, StringComparison.Ordinal);
            Assert.EndsWith("}\n", file, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', file);
            Assert.Contains("[global::System.CodeDom.Compiler.GeneratedCode(", file, StringComparison.Ordinal);
            Assert.Contains("\n#pragma warning disable CS0612, CS0618 // ", file, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"#pragma warning disable *\n", file);
        }
    }

    [Fact]
    public void Runs_on_the_compiler_that_the_build_asked_for()
    {
        var expected = new Version(SourceTree.Metadata("RoslynVersion"));
        Version actual = typeof(Compilation).Assembly.GetName().Version!;

        Assert.Equal((expected.Major, expected.Minor), (actual.Major, actual.Minor));
    }
}
