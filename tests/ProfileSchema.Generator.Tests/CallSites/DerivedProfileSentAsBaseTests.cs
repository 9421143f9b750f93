using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.CallSites;

/// <summary>A base's contract leaves out what a derived type adds.</summary>
public class DerivedProfileSentAsBaseTests
{
    private const string Types = """
        [Profile]
        public partial record Gold : Member
        {
            [ProfileParameter] public int Lounges { get; init; }
        }
        public record Plain : Member
        {
            public int Note { get; init; }
        }
        """;

    private const string Unmarked = """
        public record Silver : Member
        {
            [ProfileParameter] public int Vouchers { get; init; }
        }
        public record Nickel : Silver;
        """;

    private const string Named = """
        [Profile]
        public partial record Same : Member;
        [Profile(Naming = ProfileNaming.SnakeCase)]
        public partial record Snake : Member;
        """;

    [Theory]
    [InlineData(
        "foreach (Member m in new List<Gold>()) { _ = ProfileSerializer.ToParameterString([|m|]); }",
        "'Gold' is sent as 'Member'"
    )]
    [InlineData(
        "foreach (Member m in new Gold[1]) { _ = ProfileSerializer.ToParameterString([|m|]); }",
        "'Gold' is sent as 'Member'"
    )]
    [InlineData(
        "_ = ProfileSerializer.ToParameterString<Member>([|new Snake { MemberId = \"1\" }|]);",
        "'Snake' is sent as 'Member'"
    )]
    [InlineData("await client.UpdateAsync<Member>([|gold|]);", "send it as 'Gold'")]
    [InlineData(
        "await client.UpdateAsync<Member>(profile: [|new Gold { MemberId = \"1\" }|]);",
        "'Gold' is sent as 'Member'"
    )]
    [InlineData("await client.UpdateAsync<Member>([|new Silver { MemberId = \"1\" }|]);", "add [Profile] to 'Silver'")]
    [InlineData(
        "await client.UpdateAsync<Member>([|new Nickel { MemberId = \"1\" }|]);",
        "'Nickel' is sent as 'Member'"
    )]
    [InlineData("await client.UpdateAsync([|gold|], ProfileContract.Of<Member>());", "'Gold' is sent as 'Member'")]
    [InlineData("_ = await client.UpdateManyAsync<Member>([|new List<Gold>()|]);", "'Gold' is sent as 'Member'")]
    [InlineData("_ = await client.UpdateManyAsync<Member>([|new Gold[1]|]);", "'Gold' is sent as 'Member'")]
    [InlineData("_ = await client.UpdateManyAsync<Member>([|golds|]);", "'Gold' is sent as 'Member'")]
    [InlineData("_ = ProfileSerializer.ToParameterString<Member>([|gold|]);", "'Gold' is sent as 'Member'")]
    [InlineData(
        "using var file = new BatchFileWriter<Member>(ProfileContract.Of<Member>()); file.Add([|gold|]);",
        "'Gold' is sent as 'Member'"
    )]
    public Task Fires(string statements, string message) =>
        // That the types themselves lack a contract is a rule of their declaration.
        Rule.Fires("PRF103", message, In(statements, Unmarked + Named), besides: ["PRF030"]);

    [Theory]
    [InlineData("await client.UpdateAsync(gold);")]
    [InlineData("await client.UpdateAsync<Member>(new Plain { MemberId = \"1\" });")]
    [InlineData("await client.UpdateAsync(member);")]
    [InlineData("await client.UpdateAsync<Member>(new Same { MemberId = \"1\" });")]
    [InlineData("foreach (Member m in new List<Member>()) { _ = ProfileSerializer.ToParameterString(m); }")]
    [InlineData("foreach (Gold g in new List<Member>()) { _ = ProfileSerializer.ToParameterString(g); }")]
    [InlineData("_ = await client.UpdateManyAsync(golds);")]
    [InlineData("_ = await client.UpdateManyAsync<Gold>(new List<Gold>());")]
    [InlineData("_ = await client.UpdateManyAsync<Member>([]);")]
    public Task Is_silent(string statements) => Rule.IsSilent(In(statements, Named));

    private static string In(string statements, string more = "") =>
        $$"""
            {{CallSite.Declarations}}
            {{Types}}
            {{more}}
            public class Sender(ProfileClient client, Gold gold, Member member, IAsyncEnumerable<Gold> golds)
            {
                public async Task Run()
                {
                    await client.UpdateAsync(member);
                    await client.UpdateAsync(gold);
                    _ = golds;
                    {{statements}}
                }
            }
            """;
}
