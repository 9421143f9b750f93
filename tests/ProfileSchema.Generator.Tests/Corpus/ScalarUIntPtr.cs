// A nullable value, one that is null, and several.
// Send: new Member { Value = 7, Values = new nuint?[] { 7, null, 7 } }
// Bytes: mbox3rdPartyId=1&profile.value=7&profile.values=7~7
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public nuint? Value { get; set; }

    [ProfileParameter]
    public nuint? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public nuint?[]? Values { get; set; }
}
