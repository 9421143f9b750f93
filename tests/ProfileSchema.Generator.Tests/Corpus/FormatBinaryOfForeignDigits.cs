// 'B' is binary only with a precision of plain digits.
// Send: new Member { Score = 7 }
// Bytes: mbox3rdPartyId=1&profile.score=B%D9%A3
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "B٣")]
    public int? Score { get; set; }
}
