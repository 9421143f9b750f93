// Send: new Member { Value = Guid.Empty }
// Bytes: mbox3rdPartyId=1&profile.value=00000000000000000000000000000000
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "N")]
    public Guid? Value { get; set; }
}
