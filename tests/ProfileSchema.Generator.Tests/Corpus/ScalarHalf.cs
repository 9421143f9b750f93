// A nullable value, one that is null, and several.
// Send: new Member { Value = Half.MaxValue, Values = new Half?[] { Half.MaxValue, null, Half.MaxValue } }
// Bytes: mbox3rdPartyId=1&profile.value=65500&profile.values=65500~65500
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Half? Value { get; set; }

    [ProfileParameter]
    public Half? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public Half?[]? Values { get; set; }
}
