// Send: new Member { Value = 255 }
// Bytes: mbox3rdPartyId=1&profile.value=000000ff
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "x8")]
    public int? Value { get; set; }
}
