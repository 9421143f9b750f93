// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.a=2
// Send: new member()
// Bytes: mbox3rdPartyId=1&profile.b=3
#pragma warning disable CS8981

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public int? A { get; set; } = 2;
}

[Profile]
public partial class member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public int? B { get; set; } = 3;
}
