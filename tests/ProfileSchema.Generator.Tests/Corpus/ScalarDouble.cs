// A nullable value, one that is null, and several.
// Send: new Member { Value = -0.0, Values = new double?[] { -0.0, null, -0.0 } }
// Bytes: mbox3rdPartyId=1&profile.value=0&profile.values=0~0
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public double? Value { get; set; }

    [ProfileParameter]
    public double? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public double?[]? Values { get; set; }
}
