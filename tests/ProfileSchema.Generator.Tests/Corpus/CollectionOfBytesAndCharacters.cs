// Send: new Member { Bytes = new byte[] { 1, 2 }, Characters = new[] { 'a', 'b' } }
// Bytes: mbox3rdPartyId=1&profile.bytes=1%7C2&profile.characters=a%7Cb
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public byte[]? Bytes { get; set; }

    [ProfileParameter]
    public char[]? Characters { get; set; }
}
