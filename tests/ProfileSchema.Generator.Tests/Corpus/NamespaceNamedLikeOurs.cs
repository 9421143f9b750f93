// Send: new Shop.ProfileSchema.Member { Text = "a", Tier = Shop.ProfileSchema.System.Tier.Gold }
// Bytes: mbox3rdPartyId=1&profile.text=a&profile.tier=gold
namespace Shop.ProfileSchema.System
{
    public enum Tier
    {
        Gold,
    }
}

namespace Shop.ProfileSchema
{
    public class ProfileWriter;

    public class ProfileContract<T>;

    [Profile]
    public partial class Member
    {
        [ProfileKey(ProfileKeyKind.ThirdPartyId)]
        public int Id { get; set; } = 1;

        [ProfileParameter]
        public string? Text { get; set; }

        [ProfileParameter]
        public System.Tier? Tier { get; set; }
    }
}
