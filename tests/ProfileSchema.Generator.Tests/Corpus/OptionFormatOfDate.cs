// Send: new Member { Value = new DateOnly(2026, 11, 23) }
// Bytes: mbox3rdPartyId=1&profile.value=20261123
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "yyyyMMdd")]
    public DateOnly? Value { get; set; }
}
