using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.CallSites;

/// <summary>Asserts what the call-site analyzers say of statements in a method that has a client and profiles.</summary>
internal static class CallSite
{
    /// <summary>Two profiles, one derived from the other, a mapped row, and the file's usings.</summary>
    public const string Declarations = """
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using ProfileSchema.Client;

        [Profile]
        public partial record Member
        {
            [ProfileKey(ProfileKeyKind.ThirdPartyId)] public required string MemberId { get; init; }
            [ProfileParameter] public int Points { get; init; }
        }

        public sealed record Row(string Id)
        {
            public Member ToMember() => new() { MemberId = Id };
        }
        """;

    public static Task Fires(string id, string message, string statements) => Rule.Fires(id, message, In(statements));

    public static Task IsSilent(string statements) => Rule.IsSilent(In(statements));

    private static string In(string statements) =>
        $$"""
            {{Declarations}}

            public class Sender(ProfileClient client, SemaphoreSlim gate)
            {
                public async Task Run(List<Member> members, IAsyncEnumerable<Member> stream, Member member, CancellationToken ct)
                {
                    await gate.WaitAsync(ct);
                    {{statements}}
                }
            }
            """;
}
