// Send: new Member { Half = (Half)1.5, Floats = new[] { 1e20f, -0f } }
// Bytes: mbox3rdPartyId=1&profile.half=1.5&profile.floats=100000000000000000000%7C0
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Half? Half { get; set; }

    [ProfileParameter]
    public float[]? Floats { get; set; }
}
