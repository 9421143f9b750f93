using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Generation;

/// <summary>Source is broken for as long as somebody types: neither the generator nor the analyzer may crash on it.</summary>
public class BrokenSourceTests
{
    /// <summary>Everything else that the language has.</summary>
    private const string Language = """
        using System.Collections.Generic;
        [ProfileConverter<MoneyConverter>] public struct Money { }
        public sealed class MoneyConverter : IProfileConverter<Money>
        {
            public static bool TryFormat(Money value, Span<byte> utf8, out int written) => (written = 0) == 0;
        }
        [Flags] public enum Perks : ushort { [ProfileValue("none")] None, A = 1, [ProfileValue("b")] B = 1 << 1, All = A | B }
        public abstract class Place<T> { [ProfileParameter(NullValue = "NONE")] public T? Country { get; init; } }
        /// <summary>An <see cref="Address"/>.</summary>
        public class Address : Place<string>
        {
            /// <summary>The <c>city</c>.</summary>
            [ProfileParameter("city", MaxLength = 40)] public string? City { get; init; }
            [ProfileParameter] public Address? Cyclic { get; init; }
            [ProfileParameter(Flatten = true)] public (int, int) Point { get; init; }
        }
        [Profile]
        public partial record Member([property: ProfileParameter(Separator = ';')] IReadOnlyList<Money?> Sums)
        {
            [ProfileKey(ProfileKeyKind.ThirdPartyId, Hash = ProfileHash.Sha256Email)] public string Email { get; init; } = "";
            [ProfileParameter] public Address? Home { get; init; }
            [ProfileParameter(Separator = ',', Format = "D")] public Perks Perks { get; init; }
            [ProfileParameter(Hash = ProfileHash.Sha256Phone, NullValue = "x", IsPersonalData = true)] public List<string>? Phones;
            [ProfileParameter, ProfileConverter<MoneyConverter>] public Money[]? Spent { get; init; }
            [ProfileParameter(Format = "yyyy-MM-dd")] public System.Collections.Immutable.ImmutableArray<DateOnly> Days { get; init; }
        }
        [ProfileContractFor<Dictionary<string, int>>(Naming = ProfileNaming.SnakeCase)]
        public partial class DictionaryContract
        {
            [ProfileKey(ProfileKeyKind.PcId)] int Count { get; }
            [ProfileParameter("keys")] Dictionary<string, int>.KeyCollection Keys { get; }
        }
        """;

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

    [Theory]
    [InlineData(Whole)]
    [InlineData(Language)]
    public Task Deleted_tokens_crash_nothing(string source) => DeleteTokens(source, times: 50);

    [Theory(Explicit = true)]
    [Trait("Category", "Heavy")]
    [InlineData(Whole)]
    [InlineData(Language)]
    public Task Deleted_tokens_crash_nothing_hundreds_of_times(string source) => DeleteTokens(source, times: 300);

    [Theory]
    [InlineData(Whole)]
    [InlineData(Language)]
    public Task Truncated_text_crashes_nothing(string source) => Truncate(source, step: 37);

    [Theory(Explicit = true)]
    [Trait("Category", "Heavy")]
    [InlineData(Whole)]
    [InlineData(Language)]
    public Task Text_truncated_nearly_anywhere_crashes_nothing(string source) => Truncate(source, step: 7);

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
    [InlineData(
        "[Profile] partial class P { [ProfileKey(0, Hash = )] int A; [ProfileParameter(Separator = \"x\", MaxLength = 'c', Flatten = 3, Hash = null)] int[] B; }"
    )]
    [InlineData(
        "[Profile] partial class P { [ProfileKey(0)] int A; [ProfileParameter, ProfileConverter<>] int B; [ProfileConverter<Missing>, ProfileParameter] int C; [ProfileConverter<int[]>, ProfileParameter] int D; }"
    )]
    [InlineData(
        "[ProfileContractFor<>] partial class A { [ProfileKey(0)] int X; } [ProfileContractFor<Missing>] partial class B { [ProfileKey(0)] int X; } [ProfileContractFor<int*>] partial class C { [ProfileKey(0)] int X; } [ProfileContractFor<dynamic>] partial class D { [ProfileKey(0)] int X; } [ProfileContractFor<E>] partial class E { [ProfileKey(0)] int X; [ProfileParameter] E Y; }"
    )]
    [InlineData(
        "[ProfileContractFor<string>, ProfileContractFor<int>, Profile, Profile] partial class P { [ProfileKey(0), ProfileKey(1)] int Length; [ProfileParameter, ProfileParameter] int[,][] Chars; }"
    )]
    [InlineData(
        "[Profile] partial class P<T> where T : P<T>, System.IUtf8SpanFormattable { [ProfileKey(0)] int A; [ProfileParameter] T B; [ProfileParameter] P<P<T>> C; [ProfileParameter] T[] D; [ProfileParameter] System.Collections.Generic.List<Missing> F; }"
    )]
    [InlineData(
        "[Profile] partial class P { [ProfileKey(0)] int A; /// <summary>\n/// <summary>&nope; <\n[ProfileParameter(Format = \"\")] int B; [ProfileParameter(Format = \"F999999999999\")] double C; [ProfileParameter(Format = \"\\ud83d\")] decimal D; [ProfileParameter(NullValue = \"\\ud83d\")] string E; }"
    )]
    [InlineData(
        "[Flags] enum F { A = B, B = A, [ProfileValue] C, [ProfileValue(1)] D, [ProfileValue(\"\\ude00\")] G = 1 } [Profile] partial class P { [ProfileKey(0)] int A; [ProfileParameter(Separator = '\\ud83d')] F B; [ProfileParameter(Separator = ',')] F? C; }"
    )]
    [InlineData(
        "[Missing.ProfileAttribute] partial class P { [Missing.ProfileKeyAttribute(0)] int A; [Missing.ProfileConverterAttribute<int>, ProfileParameter] int B; } [Missing.ProfileContractForAttribute<int>] partial class Q { }"
    )]
    [InlineData("[Profile] partial class { [ProfileKey(0)] int ; [ProfileParameter] int }")]
    [InlineData("[Profile] partial interface P { } [Profile] enum E { } [Profile] delegate void D();")]
    [InlineData("namespace ProfileSchema { class ProfileAttribute : System.Attribute; [Profile] partial class P; }")]
    public Task Half_typed_attributes_crash_nothing(string source) => AssertSurvives(source);

    private static async Task DeleteTokens(string source, int times)
    {
        SyntaxToken[] tokens =
        [
            .. Source.Parse(source, "").GetRoot(TestContext.Current.CancellationToken).DescendantTokens(),
        ];
        var random = new Random(20261123);
        for (int i = 0; i < times; i++)
        {
            HashSet<int> deleted = [.. Enumerable.Range(0, 1 + (i % 6)).Select(_ => random.Next(tokens.Length))];
            await AssertSurvives(
                string.Concat(tokens.Where((_, t) => !deleted.Contains(t)).Select(t => t.ToFullString()))
            );
        }
    }

    private static async Task Truncate(string source, int step)
    {
        for (int length = 0; length < source.Length; length += step)
        {
            await AssertSurvives(source[..length]);
        }
    }

    private static async Task AssertSurvives(string source) => await Analysis.Of(GeneratorRun.Of(source).Output);
}
