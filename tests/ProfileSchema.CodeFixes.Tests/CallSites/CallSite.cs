namespace ProfileSchema.CodeFixes.Tests.CallSites;

/// <summary>Source with a client, profiles, and the statements of a test.</summary>
internal static class CallSite
{
    public static string In(string statements) =>
        $$"""
            [Profile]
            public partial record Member
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId)] public required string MemberId { get; init; }
                [ProfileParameter] public int? Points { get; init; }
            }

            [Profile]
            public partial record Gold : Member
            {
                [ProfileParameter] public int? Lounges { get; init; }
            }

            [Profile]
            public partial record Visitor
            {
                [ProfileKey(ProfileKeyKind.PcId)] public required string PcId { get; init; }
                [ProfileParameter] public int? Points { get; init; }
            }

            public class Sender(ProfileClient client, List<Member> members, List<Visitor> visitors, IAsyncEnumerable<Member> stream, Gold gold)
            {
                public async Task RunAsync(CancellationToken ct)
                {
                    await client.UpdateAsync(visitors[0], ct);
                    await client.UpdateAsync(gold, ct);
                    await foreach (Member unused in stream.WithCancellation(ct)) { }
                    _ = members;
                    {{statements.Replace("\n", "\n        ", StringComparison.Ordinal)}}
                }
            }
            """;
}
