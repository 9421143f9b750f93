// Send: new Member { Email = "a@b.example" }
// Bytes: mbox3rdPartyId=1&profile.email=a%40b.example
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(IsPersonalData = true)]
    public string? Email { get; set; }
}
