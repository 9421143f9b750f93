// Rules: PRF017 PRF017 PRF035
// Send: new Member { A = 1, B = 2, C = 3, D = 4 }
// Bytes: mbox3rdPartyId=1&profile.a=1&profile.a.b=2&profile..=3&profile.x..y=4
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public int? A { get; set; }

    [ProfileParameter("a.b")]
    public int? B { get; set; }

    [ProfileParameter(".")]
    public int? C { get; set; }

    [ProfileParameter("x..y")]
    public int? D { get; set; }
}
