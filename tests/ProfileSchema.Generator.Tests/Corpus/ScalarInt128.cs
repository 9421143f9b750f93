// A nullable value, one that is null, and several.
// Send: new Member { Value = Int128.MinValue, Values = new Int128?[] { Int128.MinValue, null, Int128.MinValue } }
// Bytes: mbox3rdPartyId=1&profile.value=-170141183460469231731687303715884105728&profile.values=-170141183460469231731687303715884105728~-170141183460469231731687303715884105728
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Int128? Value { get; set; }

    [ProfileParameter]
    public Int128? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public Int128?[]? Values { get; set; }
}
