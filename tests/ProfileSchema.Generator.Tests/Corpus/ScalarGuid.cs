// A nullable value, one that is null, and several.
// Send: new Member { Value = Guid.Empty, Values = new Guid?[] { Guid.Empty, null, Guid.Empty } }
// Bytes: mbox3rdPartyId=1&profile.value=00000000-0000-0000-0000-000000000000&profile.values=00000000-0000-0000-0000-000000000000~00000000-0000-0000-0000-000000000000
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Guid? Value { get; set; }

    [ProfileParameter]
    public Guid? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public Guid?[]? Values { get; set; }
}
