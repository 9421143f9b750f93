using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.CallSites;

/// <summary>Calls are broken for as long as somebody types, too.</summary>
public class BrokenCallTests
{
    private const string Whole =
        CallSite.Declarations
        + """

            [Profile] public partial record Gold : Member { [ProfileParameter] public int Lounges { get; init; } }
            public class Sender(ProfileClient client, List<Member> members, IAsyncEnumerable<Gold> golds, Gold gold)
            {
                public async Task Run(CancellationToken ct)
                {
                    foreach (Member m in members) { await client.UpdateAsync(m, ct).ConfigureAwait(false); }
                    await foreach (var m in golds.WithCancellation(ct)) await client.UpdateAsync<Member>(m);
                    for (int i = 0; i < members.Count; i++) { await client.UpdateAsync(members[i]); }
                    await Task.WhenAll(members.Select(async m => await client.UpdateAsync(m)));
                    await Parallel.ForEachAsync(members, async (m, token) => await client.UpdateAsync(m, token));
                    var tasks = from m in members where m.Points > 0 select client.UpdateAsync(m);
                    await client.UpdateManyAsync<Member>(golds, cancellationToken: ct).ConfigureAwait(false);
                    client?.UpdateManyAsync(members, ProfileContract.Of<Member>()).Wait(ct);
                    _ = ProfileSerializer.ToBatchString<Member>(new[] { gold });
                }
            }
            """;

    [Fact]
    public Task Deleted_tokens_crash_nothing() => DeleteTokens(times: 40);

    [Fact(Explicit = true)]
    [Trait("Category", "Heavy")]
    public Task Deleted_tokens_crash_nothing_a_hundred_times_and_more() => DeleteTokens(times: 150);

    [Fact]
    public async Task Truncated_text_crashes_nothing()
    {
        for (int length = CallSite.Declarations.Length; length < Whole.Length; length += 17)
        {
            await AssertSurvives(Whole[..length]);
        }
    }

    [Theory]
    [InlineData(
        "class C { void M(ProfileClient c) { c.UpdateAsync(); c.UpdateAsync<>(1); c.UpdateManyAsync(null); } }"
    )]
    [InlineData("class C { async void M(ProfileClient c) { foreach (var in x) await c.UpdateAsync(x.); } }")]
    [InlineData("class C { async void M(ProfileClient c) { for (;;) { await c.UpdateAsync<Member>(default) } } }")]
    [InlineData("class C : ProfileClient { override Task<BulkResult> UpdateManyAsync() => UpdateManyAsync(); }")]
    [InlineData(
        "record A : B { } [Profile] partial record B : A { void M() => ProfileSerializer.ToParameterString<B>(new A()); }"
    )]
    public Task Half_typed_calls_crash_nothing(string source) => AssertSurvives(CallSite.Declarations + source);

    private static async Task DeleteTokens(int times)
    {
        SyntaxToken[] tokens =
        [
            .. Source.Parse(Whole, "").GetRoot(TestContext.Current.CancellationToken).DescendantTokens(),
        ];
        int body = Array.FindIndex(tokens, token => token.ValueText == "Sender");
        var random = new Random(20261124);
        for (int i = 0; i < times; i++)
        {
            HashSet<int> deleted = [.. Enumerable.Range(0, 1 + (i % 6)).Select(_ => random.Next(body, tokens.Length))];
            await AssertSurvives(
                string.Concat(tokens.Where((_, t) => !deleted.Contains(t)).Select(t => t.ToFullString()))
            );
        }
    }

    private static async Task AssertSurvives(string source) => await Analysis.Of(GeneratorRun.Of(source).Output);
}
