// A letter of another script isn't a standard format, whatever digits follow it.
// Send: new Member { Score = 7 }
// Bytes: mbox3rdPartyId=1&profile.score=%C3%A5123
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "å123")]
    public int? Score { get; set; }
}
