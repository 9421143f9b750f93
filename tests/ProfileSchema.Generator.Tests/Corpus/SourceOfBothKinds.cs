// A source that enumerates in both ways, as a DbSet<T> does, isn't ambiguous in any version of C#.
// Send: new Member { Text = Calls.Kinds() }
// Bytes: mbox3rdPartyId=1&profile.text=async
using System.Collections;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ProfileSchema.Client;

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }
}

public class Both : IEnumerable<Member>, IAsyncEnumerable<Member>
{
    IEnumerator<Member> IEnumerable<Member>.GetEnumerator() => throw new NotSupportedException();

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();

    IAsyncEnumerator<Member> IAsyncEnumerable<Member>.GetAsyncEnumerator(CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}

public static class Calls
{
    public static string Kinds() =>
        new ProfileSample<Member>(1).Of(new Both()) is IAsyncEnumerable<Member> ? "async" : "";

    public static Task<BulkResult> Send(ProfileClient client, Both members) => client.UpdateManyAsync(members);

    public static Task<BulkResult> SendBy(ProfileClient client, Both members) =>
        client.UpdateManyAsync(members, ProfileContract.Of<Member>());

    public static Task<BulkResult> SendEach(ProfileClient client, List<Member> members) =>
        client.UpdateManyAsync(new ProfileSample<Member>(1).Of(members));

    public static Task<BulkResult> SendArray(ProfileClient client, Member[] members) =>
        client.UpdateManyAsync(members, ProfileContract.Of<Member>());
}
