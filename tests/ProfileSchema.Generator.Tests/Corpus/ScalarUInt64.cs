// A nullable value, one that is null, and several.
// Send: new Member { Value = ulong.MaxValue, Values = new ulong?[] { ulong.MaxValue, null, ulong.MaxValue } }
// Bytes: mbox3rdPartyId=1&profile.value=18446744073709551615&profile.values=18446744073709551615~18446744073709551615
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public ulong? Value { get; set; }

    [ProfileParameter]
    public ulong? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public ulong?[]? Values { get; set; }
}
