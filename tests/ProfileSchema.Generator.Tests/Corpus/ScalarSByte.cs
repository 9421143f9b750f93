// A nullable value, one that is null, and several.
// Send: new Member { Value = sbyte.MinValue, Values = new sbyte?[] { sbyte.MinValue, null, sbyte.MinValue } }
// Bytes: mbox3rdPartyId=1&profile.value=-128&profile.values=-128~-128
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public sbyte? Value { get; set; }

    [ProfileParameter]
    public sbyte? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public sbyte?[]? Values { get; set; }
}
