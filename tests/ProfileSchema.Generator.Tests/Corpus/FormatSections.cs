// Rules: PRF018 PRF018
// Send: new Member { Sum = -5, Score = 1234.5 }
// Bytes: mbox3rdPartyId=1&profile.sum=%285.00%29&profile.score=1230
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "0.00;(0.00)")]
    public decimal? Sum { get; set; }

    [ProfileParameter(Format = "0;0;none")]
    public int? Points { get; set; }

    [ProfileParameter(Format = "E2")]
    public double? Score { get; set; }
}
