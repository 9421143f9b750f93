// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.base=a&profile.text=2
public class Base
{
    [ProfileParameter("base")]
    public string? Text => "a";
}

[Profile]
public partial class Member : Base
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public new int? Text => 2;
}
