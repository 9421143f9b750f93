// A nullable value, one that is null, and several.
// Send: new Member { Value = 1e-7f, Values = new float?[] { 1e-7f, null, 1e-7f } }
// Bytes: mbox3rdPartyId=1&profile.value=0.0000001&profile.values=0.0000001~0.0000001
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public float? Value { get; set; }

    [ProfileParameter]
    public float? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public float?[]? Values { get; set; }
}
