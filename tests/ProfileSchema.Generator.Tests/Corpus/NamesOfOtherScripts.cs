// Rules: PRF017 PRF017
// Send: new Member { Åre = "a", 日本 = "b" }
// Bytes: mbox3rdPartyId=1&profile.%C3%A5re=a&profile.%E6%97%A5%E6%9C%AC=b
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Åre { get; set; }

    [ProfileParameter]
    public string? 日本 { get; set; }
}
