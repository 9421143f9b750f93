// Send: new member { text = "a" }
// Bytes: mbox3rdPartyId=1&profile.text=a
#pragma warning disable CS8981
[Profile]
public partial class member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? text { get; set; }
}
