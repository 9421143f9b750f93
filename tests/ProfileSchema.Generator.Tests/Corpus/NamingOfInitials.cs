// Send: new Member { HTTPServer2X = 1, ID = 2, IOStream = 3 }
// Bytes: mbox3rdPartyId=1&profile.httpServer2X=1&profile.id=2&profile.ioStream=3
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public int? HTTPServer2X { get; set; }

    [ProfileParameter]
    public int? ID { get; set; }

    [ProfileParameter]
    public int? IOStream { get; set; }
}
