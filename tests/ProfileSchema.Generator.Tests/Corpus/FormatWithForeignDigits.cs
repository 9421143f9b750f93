// Digits of another script are no precision: the framework writes them as they are.
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
