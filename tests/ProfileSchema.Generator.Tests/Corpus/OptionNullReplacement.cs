// Send: new Member { Value = null }
// Bytes: mbox3rdPartyId=1&profile.value=NONE
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(NullValue = "NONE")]
    public int? Value { get; set; }
}
