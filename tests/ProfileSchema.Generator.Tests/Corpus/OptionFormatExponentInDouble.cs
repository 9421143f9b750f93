// Send: new Member { Value = 12345678.26 }
// Bytes: mbox3rdPartyId=1&profile.value=12345678.3
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "F1")]
    public double? Value { get; set; }
}
