// Send: new Member { Value = 5 }
// Bytes: mbox3rdPartyId=1&profile.value=00000101
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "b8")]
    public int? Value { get; set; }
}
