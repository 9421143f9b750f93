// Send: new Member { Value = 1.5m }
// Bytes: mbox3rdPartyId=1&profile.value=1.50
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "F2")]
    public decimal? Value { get; set; }
}
