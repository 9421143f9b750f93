// Rules: PRF016
// Send: new Member { A = 1, B = 2 }
// Bytes: mbox3rdPartyId=1&profile.tier=1&profile.Tier=2
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter("tier")]
    public int? A { get; set; }

    [ProfileParameter("Tier")]
    public int? B { get; set; }
}
