// Digits of another script aren't a precision: .NET writes them unchanged.
// Send: new Member { Score = 1.5 }
// Bytes: mbox3rdPartyId=1&profile.score=2%D9%A3%D9%A3%D9%A3
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "0.٣٣٣")]
    public double? Score { get; set; }
}
