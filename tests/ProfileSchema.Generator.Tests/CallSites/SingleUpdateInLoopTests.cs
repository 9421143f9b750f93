namespace ProfileSchema.Generator.Tests.CallSites;

/// <summary>A single update in a loop over a collection uses up the account's day (SINGLE-5).</summary>
public class SingleUpdateInLoopTests
{
    [Theory]
    [InlineData("foreach (Member m in members) await client.[|UpdateAsync|](m, ct);")]
    [InlineData("foreach (Member m in members) { await client.[|UpdateAsync|]<Member>(m).ConfigureAwait(false); }")]
    [InlineData("foreach (var row in new Row[9]) { Member m = row.ToMember(); await client.[|UpdateAsync|](m); }")]
    [InlineData(
        "foreach (var row in new Row[9]) { await client.[|UpdateAsync|](row.ToMember() with { Points = 1 }); }"
    )]
    [InlineData("foreach (Member m in members) if (m.Points > 0) { _ = await client.[|UpdateAsync|](m); }")]
    [InlineData("foreach (Member m in members) await client.[|UpdateAsync|](m, ProfileContract.Of<Member>());")]
    [InlineData("await foreach (Member m in stream.WithCancellation(ct)) await client.[|UpdateAsync|](m);")]
    [InlineData("for (int i = 0; i < members.Count; i++) await client.[|UpdateAsync|](members[i]);")]
    [InlineData(
        "for (int i = members.Count() - 1, n = 0; n < members.ToArray().Length; n++, i--) { Member m = members[i]; await client.[|UpdateAsync|](m); }"
    )]
    [InlineData("await Task.WhenAll(members.Select(m => client.[|UpdateAsync|](m)));")]
    [InlineData(
        "await Task.WhenAll(members.Select(async m => { await gate.WaitAsync(ct); return await client.[|UpdateAsync|](m); }));"
    )]
    [InlineData(
        "var tasks = members.Where(m => m.Points > 0).Select((m, i) => client.[|UpdateAsync|](m, ct)).ToList();"
    )]
    [InlineData("var tasks = from m in members select client.[|UpdateAsync|](m);")]
    [InlineData("await Parallel.ForEachAsync(members, async (m, token) => await client.[|UpdateAsync|](m, token));")]
    [InlineData(
        "await Parallel.ForEachAsync(stream, ct, async (m, token) => { await client.[|UpdateAsync|](m, token); });"
    )]
    [InlineData("var tasks = new List<Task>(); members.ForEach(m => tasks.Add(client.[|UpdateAsync|](m)));")]
    [InlineData(
        "var tasks = new List<Task>(); foreach (Member m in members) tasks.Add(Task.Run(() => client.[|UpdateAsync|](m)));"
    )]
    [InlineData("while (ct.CanBeCanceled) foreach (Member m in members) await client.[|UpdateAsync|](m);")]
    [InlineData(
        "foreach (Member m in members) for (int attempt = 0; attempt < 3; attempt++) await client.[|UpdateAsync|](m);"
    )]
    [Trait("Clause", "SINGLE-5")]
    public Task Fires(string statements) => CallSite.Fires("PRF101", "use UpdateManyAsync", statements);

    [Theory]
    [InlineData("await client.UpdateAsync(member);")]
    [InlineData("await client.UpdateAsync(members[0]);")]
    [InlineData("foreach (int attempt in new[] { 1, 2, 3 }) await client.UpdateAsync(member);")]
    [InlineData("for (int attempt = 0; attempt < 3; attempt++) await client.UpdateAsync(member);")]
    [InlineData("for (int i = 0; i < 3; i++) { Member m = member with { Points = i }; await client.UpdateAsync(m); }")]
    [InlineData("while (members.Count > 0) { Member m = members[0]; await client.UpdateAsync(m); }")]
    [InlineData("do { await client.UpdateAsync(members[0]); } while (members.Count > 0);")]
    [InlineData(
        "var queue = System.Threading.Channels.Channel.CreateBounded<Member>(9); await foreach (Member m in queue.Reader.ReadAllAsync(ct).ConfigureAwait(false)) await client.UpdateAsync(m);"
    )]
    [InlineData(
        "var queue = System.Threading.Channels.Channel.CreateBounded<Member>(9); await Parallel.ForEachAsync(queue.Reader.ReadAllAsync(ct), async (m, token) => await client.UpdateAsync(m, token));"
    )]
    [InlineData(
        "using var queue = new System.Collections.Concurrent.BlockingCollection<Member>(); foreach (Member m in queue.GetConsumingEnumerable(ct)) await client.UpdateAsync(m);"
    )]
    [InlineData(
        "foreach (Member m in members) { async Task Send() => await client.UpdateAsync(m); if (m.Points > 9) await Send(); }"
    )]
    [InlineData(
        "foreach (Member m in members) { Func<Task> send = () => client.UpdateAsync(m); if (m.Points > 9) await send(); }"
    )]
    [InlineData("foreach (Member m in members) _ = await client.FetchAsync(ProfileKey.ThirdPartyId(m.MemberId));")]
    [InlineData("_ = await client.UpdateManyAsync(members, cancellationToken: ct);")]
    [Trait("Clause", "SINGLE-5")]
    public Task Is_silent(string statements) => CallSite.IsSilent(statements);
}
