// A nullable value, one that is null, and several.
// Send: new Member { Value = byte.MaxValue, Values = new byte?[] { byte.MaxValue, null, byte.MaxValue } }
// Bytes: mbox3rdPartyId=1&profile.value=255&profile.values=255~255
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public byte? Value { get; set; }

    [ProfileParameter]
    public byte? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public byte?[]? Values { get; set; }
}
