// A letter and digits of another script are a custom format.
// Send: new Member { Score = 7 }
// Bytes: mbox3rdPartyId=1&profile.score=F%D9%A1%D9%A2%D9%A3
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "F١٢٣")]
    public int? Score { get; set; }
}
