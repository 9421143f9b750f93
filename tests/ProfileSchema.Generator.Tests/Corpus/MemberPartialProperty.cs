// Languages: 13
// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.text=a
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public partial string? Text { get; }
}

public partial class Member
{
    public partial string? Text => "a";
}
