// A nested object that is null sends nothing, not even the null replacements of its members.
// Send: new Member()
// Bytes: mbox3rdPartyId=1
// Send: new Member { Home = new Home() }
// Bytes: mbox3rdPartyId=1&profile.home.city=NONE
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Home? Home { get; set; }
}

public class Home
{
    [ProfileParameter(NullValue = "NONE")]
    public string? City { get; set; }
}
