// A nullable value, one that is null, and several.
// Send: new Member { Value = 'å', Values = new char?[] { 'å', null, 'å' } }
// Bytes: mbox3rdPartyId=1&profile.value=%C3%A5&profile.values=%C3%A5~%C3%A5
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public char? Value { get; set; }

    [ProfileParameter]
    public char? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public char?[]? Values { get; set; }
}
