using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Generation;

/// <summary>Source is broken for as long as somebody types: neither the generator nor the analyzer may crash on it.</summary>
public class BrokenSourceTests
{
    private const int Mutilations = 300;

    private const string Whole = """
        namespace Acme.Crm
        {
            public enum Tier { Bronze = 1, Gold, Alias = Gold }

            public abstract record Person<T>
            {
                [ProfileParameter("born", Format = "yyyy-MM-dd")] public virtual DateOnly? Born { get; init; }
                [ProfileParameter] protected T? Value { get; init; }
            }

            public partial struct Outer<U>
            {
                [Profile(Naming = ProfileNaming.SnakeCase)]
                public partial record Member([property: ProfileParameter] int Points) : Person<Guid>, IDisposable
                {
                    [ProfileKey(ProfileKeyKind.ThirdPartyId)] public required string MemberId { get; init; }
                    [ProfileParameter] public Tier? Tier { get; init; }
                    [ProfileParameter(Format = "D")] private readonly Tier _tier = Tier.Gold;
                    [ProfileParameter("born")] public override DateOnly? Born { get; init; }
                    [ProfileParameter] public string this[int index] => "";
                    [ProfileParameter] string Explicit { set { } }
                    public void Dispose() { }
                }
            }
        }
        """;

    [Fact]
    public async Task Deleted_tokens_crash_nothing()
    {
        SyntaxToken[] tokens =
        [
            .. Source.Parse(Whole, "").GetRoot(TestContext.Current.CancellationToken).DescendantTokens(),
        ];
        var random = new Random(20261123);
        for (int i = 0; i < Mutilations; i++)
        {
            HashSet<int> deleted = [.. Enumerable.Range(0, 1 + (i % 6)).Select(_ => random.Next(tokens.Length))];
            await AssertSurvives(
                string.Concat(tokens.Where((_, t) => !deleted.Contains(t)).Select(t => t.ToFullString()))
            );
        }
    }

    [Fact]
    public async Task Text_that_breaks_off_crashes_nothing()
    {
        for (int length = 0; length < Whole.Length; length += 7)
        {
            await AssertSurvives(Whole[..length]);
        }
    }

    [Theory]
    [InlineData("[Profile(Naming = )] partial class P { }")]
    [InlineData(
        "[Profile(Naming = \"x\")] partial class P { [ProfileKey(\"x\")] int A; [ProfileParameter(1)] int B; }"
    )]
    [InlineData("[Profile] partial class P { [ProfileKey] int A; [ProfileParameter(Format = 1)] int B; }")]
    [InlineData("[Profile] partial class P { [ProfileKey(], ProfileParameter(\"] int A; }")]
    [InlineData("[Profile] partial class P : P { [ProfileKey(0)] Missing A; [ProfileParameter] Missing? B; }")]
    [InlineData(
        "[Profile] partial class P { [ProfileKey((ProfileKeyKind)null)] int A; [ProfileParameter(null)] E B; } enum E { A = B, B = A, C = \"\" }"
    )]
    [InlineData(
        "[Profile] partial class P { [ProfileParameter(new string[0])] int[] A; [ProfileParameter] int* B; [ProfileParameter] dynamic C; }"
    )]
    [InlineData("[Profile] partial class { [ProfileKey(0)] int ; [ProfileParameter] int }")]
    [InlineData("[Profile] partial interface P { } [Profile] enum E { } [Profile] delegate void D();")]
    [InlineData("namespace ProfileSchema { class ProfileAttribute : System.Attribute; [Profile] partial class P; }")]
    public Task Half_typed_attributes_crash_nothing(string source) => AssertSurvives(source);

    private static async Task AssertSurvives(string source) => await Analysis.Of(GeneratorRun.Of(source).Output);
}
