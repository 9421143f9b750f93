// A nullable value, one that is null, and several.
// Send: new Member { Value = uint.MaxValue, Values = new uint?[] { uint.MaxValue, null, uint.MaxValue } }
// Bytes: mbox3rdPartyId=1&profile.value=4294967295&profile.values=4294967295~4294967295
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public uint? Value { get; set; }

    [ProfileParameter]
    public uint? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public uint?[]? Values { get; set; }
}
