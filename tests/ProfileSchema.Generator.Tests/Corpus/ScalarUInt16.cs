// A nullable value, one that is null, and several.
// Send: new Member { Value = ushort.MaxValue, Values = new ushort?[] { ushort.MaxValue, null, ushort.MaxValue } }
// Bytes: mbox3rdPartyId=1&profile.value=65535&profile.values=65535~65535
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public ushort? Value { get; set; }

    [ProfileParameter]
    public ushort? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public ushort?[]? Values { get; set; }
}
