// Send: new @global.Member { Tier = @global.Tier.Gold, Tiers = { @global.Tier.Gold } }
// Bytes: mbox3rdPartyId=1&profile.tier=gold&profile.tiers=gold
namespace @global
{
    public enum Tier
    {
        Gold,
    }

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
}
