// Send: new Member { Tier = Tier.Gold, Tiers = { Tier.Silver, Tier.Gold } }
// Bytes: mbox3rdPartyId=1&profile.tier=au&profile.tiers=silver%7Cau
#if LIBRARY
public enum Tier
{
    Silver,

    [ProfileValue("au")]
    Gold,
}
#else
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Tier? Tier { get; set; }

    [ProfileParameter]
    public System.Collections.Generic.List<Tier> Tiers { get; } = new();
}
#endif
