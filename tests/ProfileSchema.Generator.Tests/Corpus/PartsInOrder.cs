// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.b=1&profile.a=2
[Profile]
public partial class Member
{
    [ProfileParameter]
    public int? B { get; set; } = 1;
}

public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public int? A { get; set; } = 2;
}
