// A zero is sent, although audiences can't compare a word as a number.
// Rules: PRF018
// Send: new Member { Score = 0, Points = 0, Signed = 0 }
// Bytes: mbox3rdPartyId=1&profile.score=0&profile.points=none&profile.signed=0
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "0.##")]
    public double? Score { get; set; }

    [ProfileParameter(Format = "#;-#;'none'")]
    public int? Points { get; set; }

    [ProfileParameter(Format = "#;-#;0")]
    public decimal? Signed { get; set; }
}
