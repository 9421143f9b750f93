using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.CallSites;

/// <summary>Only the result of a bulk update tells what was rejected and refused.</summary>
public class BulkResultUnreadTests
{
    [Theory]
    [InlineData("await client.[|UpdateManyAsync|](members);")]
    [InlineData("await client.[|UpdateManyAsync|]<Member>(stream, cancellationToken: ct).ConfigureAwait(false);")]
    [InlineData("await client.[|UpdateManyAsync|](members, ProfileContract.Of<Member>()).WaitAsync(ct);")]
    [InlineData("client.[|UpdateManyAsync|](members).Wait(ct);")]
    [InlineData("client.[|UpdateManyAsync|](members).GetAwaiter().GetResult();")]
    [InlineData("await (client?.[|UpdateManyAsync|](members))!;")]
    [InlineData("Func<Task> send = async () => await client.[|UpdateManyAsync|](members); await send();")]
    public Task Fires(string statements) =>
        CallSite.Fires("PRF102", "The result of 'UpdateManyAsync' is ignored", statements);

    [Fact]
    public Task Fires_for_a_call_that_is_not_awaited() =>
        Rule.Fires(
            "PRF102",
            "check it or assign it to '_'",
            CallSite.Declarations
                + """

                public class Sender(ProfileClient client)
                {
                    public void Run(List<Member> members) { client.[|UpdateManyAsync|](members); }
                    public async Task RunAsync(List<Member> members) => await client.[|UpdateManyAsync|](members);
                }
                """
        );

    [Fact]
    public Task Fires_for_an_override() =>
        Rule.Fires(
            "PRF102",
            "",
            CallSite.Declarations
                + """

                public class Counting(ProfileClientOptions options) : ProfileClient(options)
                {
                    public override Task<BulkResult> UpdateManyAsync<T>(
                        IEnumerable<T> profiles, BulkOptions? options, IProgress<BulkProgress>? progress, CancellationToken ct)
                        => base.UpdateManyAsync(profiles, options, progress, ct);
                    public async Task Run(List<Member> members) { await [|UpdateManyAsync|](members, null, null, default); }
                }
                """
        );

    [Theory]
    [InlineData("BulkResult result = await client.UpdateManyAsync(members); Console.WriteLine(result);")]
    [InlineData("_ = await client.UpdateManyAsync(members);")]
    [InlineData("_ = client.UpdateManyAsync(members);")]
    [InlineData("Console.WriteLine((await client.UpdateManyAsync(members)).Accepted);")]
    [InlineData(
        "Task<BulkResult> sending = client.UpdateManyAsync(members); await gate.WaitAsync(ct); Console.WriteLine(await sending);"
    )]
    [InlineData("await client.UpdateAsync(member);")]
    [InlineData(
        "BulkResult result = await Task.Run(() => client.UpdateManyAsync(members)); Console.WriteLine(result);"
    )]
    public Task Is_silent(string statements) => CallSite.IsSilent(statements);
}
