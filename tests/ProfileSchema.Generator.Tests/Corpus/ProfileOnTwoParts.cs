// The attribute is on one part, the key in another.
// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.a=2
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;
}

[Profile]
public partial class Member
{
    [ProfileParameter]
    public int? A { get; set; } = 2;
}
