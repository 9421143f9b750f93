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
        public record Silver : Member
        {
            [ProfileParameter] public int Vouchers { get; init; }
        }
        public record Nickel : Silver;
        public record Plain : Member
        {
            public int Note { get; init; }
        }
        """;

    [Theory]
    [InlineData("await client.UpdateAsync<Member>([|gold|]);", "send it as 'Gold'")]
    [InlineData("await client.UpdateAsync<Member>(profile: [|new Gold { MemberId = \"1\" }|]);", "A 'Gold' is sent")]
    [InlineData("await client.UpdateAsync<Member>([|silver|]);", "mark 'Silver' with [Profile]")]
    [InlineData("await client.UpdateAsync<Member>([|new Nickel { MemberId = \"1\" }|]);", "A 'Nickel' is sent")]
    [InlineData("await client.UpdateAsync([|gold|], ProfileContract.Of<Member>());", "of its base 'Member'")]
    [InlineData("_ = await client.UpdateManyAsync<Member>([|new List<Gold>()|]);", "A 'Gold' is sent")]
    [InlineData("_ = await client.UpdateManyAsync<Member>([|new Gold[1]|]);", "A 'Gold' is sent")]
    [InlineData("_ = await client.UpdateManyAsync<Member>([|golds|]);", "A 'Gold' is sent")]
    [InlineData("_ = ProfileSerializer.ToParameterString<Member>([|gold|]);", "A 'Gold' is sent")]
    [InlineData(
        "using var file = new BatchFileWriter<Member>(ProfileContract.Of<Member>()); file.Add([|gold|]);",
        "A 'Gold' is sent"
    )]
    public Task Fires(string statements, string message) => Rule.Fires("PRF103", message, In(statements));

    [Theory]
    [InlineData("await client.UpdateAsync(gold);")]
    [InlineData("await client.UpdateAsync<Member>(new Plain { MemberId = \"1\" });")]
    [InlineData("await client.UpdateAsync(member);")]
    [InlineData("_ = await client.UpdateManyAsync(golds);")]
    [InlineData("_ = await client.UpdateManyAsync<Gold>(new List<Gold>());")]
    [InlineData("_ = await client.UpdateManyAsync<Member>([]);")]
    public Task Is_silent(string statements) => Rule.IsSilent(In(statements));

    private static string In(string statements) =>
        $$"""
            {{CallSite.Declarations}}
            {{Types}}
            public class Sender(ProfileClient client, Gold gold, Silver silver, Member member, IAsyncEnumerable<Gold> golds)
            {
                public async Task Run()
                {
                    await client.UpdateAsync(member);
                    await client.UpdateAsync(gold);
                    _ = silver;
                    _ = golds;
                    {{statements}}
                }
            }
            """;
}
