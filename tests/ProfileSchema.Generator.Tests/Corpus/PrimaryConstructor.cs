// Send: new Member(1, "a")
// Bytes: mbox3rdPartyId=1&profile.text=a
[Profile]
public partial class Member(int id, string? text)
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id => id;

    [ProfileParameter]
    public string? Text => text;
}
