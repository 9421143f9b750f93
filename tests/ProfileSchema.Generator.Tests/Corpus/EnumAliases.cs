// Send: new Member { Tier = Tier.Gold }
// Bytes: mbox3rdPartyId=1&profile.tier=au
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Tier? Tier { get; set; }
}

public enum Tier
{
    Gold = 1,
    Golden = 1,

    [ProfileValue("au")]
    Aurum = 1,
}
