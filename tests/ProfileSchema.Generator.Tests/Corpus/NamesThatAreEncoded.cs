// Rules: PRF017
// Send: new Member { A = 1 }
// Bytes: mbox3rdPartyId=1&profile.a%20%26%3D%25%7C=1
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter("a &=%|")]
    public int? A { get; set; }
}
