// A nullable value, one that is null, and several.
// Send: new Member { Value = UInt128.MaxValue, Values = new UInt128?[] { UInt128.MaxValue, null, UInt128.MaxValue } }
// Bytes: mbox3rdPartyId=1&profile.value=340282366920938463463374607431768211455&profile.values=340282366920938463463374607431768211455~340282366920938463463374607431768211455
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public UInt128? Value { get; set; }

    [ProfileParameter]
    public UInt128? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public UInt128?[]? Values { get; set; }
}
