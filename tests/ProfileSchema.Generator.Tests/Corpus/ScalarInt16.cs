// A nullable value, one that is null, and several.
// Send: new Member { Value = short.MinValue, Values = new short?[] { short.MinValue, null, short.MinValue } }
// Bytes: mbox3rdPartyId=1&profile.value=-32768&profile.values=-32768~-32768
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public short? Value { get; set; }

    [ProfileParameter]
    public short? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public short?[]? Values { get; set; }
}
