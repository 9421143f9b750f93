using Microsoft.CodeAnalysis;
using ProfileSchema.CodeFixes.CallSites;
using ProfileSchema.CodeFixes.Tests.Testing;
using ProfileSchema.Generator.CallSites;

namespace ProfileSchema.CodeFixes.Tests.CallSites;

/// <summary>Fixes of calls.</summary>
public class CallSiteFixTests
{
    [Fact]
    public Task The_result_is_looked_at() =>
        Fixed<BulkResultUnreadAnalyzer, CheckBulkResultFix>.Becomes(
            CallSite.In(
                "// Now.\nawait client.{|PRF102:UpdateManyAsync|}(members, cancellationToken: ct).ConfigureAwait(false); // All.\nawait client.{|PRF102:UpdateManyAsync|}(visitors);"
            ),
            CallSite.In(
                """
                // Now.
                BulkResult result = await client.UpdateManyAsync(members, cancellationToken: ct).ConfigureAwait(false); // All.
                if (result.Accepted + result.Empty + result.Merged != result.Read)
                {
                    throw new InvalidOperationException($"Not every profile was accepted: {result}");
                }
                BulkResult result2 = await client.UpdateManyAsync(visitors);
                if (result2.Accepted + result2.Empty + result2.Merged != result2.Read)
                {
                    throw new InvalidOperationException($"Not every profile was accepted: {result2}");
                }
                """
            )
        );

    [Fact]
    public Task The_result_is_looked_at_among_top_level_statements() =>
        Fixed<BulkResultUnreadAnalyzer, CheckBulkResultFix>.Becomes(
            """
            using var result = new ProfileClient(null!);
            await result.{|PRF102:UpdateManyAsync|}(new List<P>());

            [Profile]
            public partial record P([property: ProfileKey(ProfileKeyKind.ThirdPartyId)] int Id, [property: ProfileParameter] int? A);
            """,
            """
            using var result = new ProfileClient(null!);
            BulkResult result2 = await result.UpdateManyAsync(new List<P>());
            if (result2.Accepted + result2.Empty + result2.Merged != result2.Read)
            {
                throw new InvalidOperationException($"Not every profile was accepted: {result2}");
            }

            [Profile]
            public partial record P([property: ProfileKey(ProfileKeyKind.ThirdPartyId)] int Id, [property: ProfileParameter] int? A);
            """,
            output: OutputKind.ConsoleApplication
        );

    [Theory]
    [InlineData("client.{|PRF102:UpdateManyAsync|}(members).Wait(ct);")]
    [InlineData("if (members.Count > 0) await client.{|PRF102:UpdateManyAsync|}(members);")]
    public Task No_fix_is_offered_for_a_result_that_is_not_awaited_in_a_block(string statements) =>
        Fixed<BulkResultUnreadAnalyzer, CheckBulkResultFix>.IsLeftAlone(CallSite.In(statements));

    [Theory]
    [InlineData("await client.UpdateAsync<Member>({|PRF103:gold|});", "await client.UpdateAsync(gold);")]
    [InlineData(
        "_ = await client.UpdateManyAsync<Member>({|PRF103:new[] { gold }|});\nawait client.UpdateAsync<Member>({|PRF103:gold|}, ct);",
        "_ = await client.UpdateManyAsync(new[] { gold });\nawait client.UpdateAsync(gold, ct);"
    )]
    [InlineData("await client.UpdateAsync({|PRF103:gold|}, ProfileContract.Of<Member>());", null)]
    public Task A_profile_goes_by_its_own_contract(string statements, string? expected) =>
        Fixed<DerivedProfileSentAsBaseAnalyzer, SendAsOwnTypeFix>.Becomes(
            CallSite.In(statements),
            CallSite.In(expected ?? statements)
        );
}
