// Send: new Member { Address = System.Net.IPAddress.Loopback, Big = 7, Rune = new('a'), Version = new(1, 2), Page = new("https://a.example/b?c=d") }
// Bytes: mbox3rdPartyId=1&profile.address=127.0.0.1&profile.big=7&profile.rune=a&profile.version=1.2&profile.page=https%3A%2F%2Fa.example%2Fb%3Fc%3Dd
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public System.Net.IPAddress? Address { get; set; }

    [ProfileParameter]
    public System.Numerics.BigInteger? Big { get; set; }

    [ProfileParameter]
    public System.Text.Rune? Rune { get; set; }

    [ProfileParameter]
    public Version? Version { get; set; }

    [ProfileParameter]
    public Uri? Page { get; set; }
}
