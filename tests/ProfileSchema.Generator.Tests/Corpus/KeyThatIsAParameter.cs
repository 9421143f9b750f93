// Send: new Member { Id = "a b" }
// Bytes: mbox3rdPartyId=a%20b&profile.id=a%20b
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    [ProfileParameter]
    public required string Id { get; set; }
}
