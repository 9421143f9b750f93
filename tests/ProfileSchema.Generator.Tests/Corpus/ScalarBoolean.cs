// A nullable value, one that is null, and several.
// Send: new Member { Value = true, Values = new bool?[] { true, null, true } }
// Bytes: mbox3rdPartyId=1&profile.value=true&profile.values=true~true
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public bool? Value { get; set; }

    [ProfileParameter]
    public bool? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public bool?[]? Values { get; set; }
}
