// Rules: PRF026
// Send: new Member { Tier = Tier.None }
// Bytes: mbox3rdPartyId=1&profile.tier=none
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(NullValue = "none")]
    public Tier? Tier { get; set; }
}

public enum Tier
{
    None,
    Gold,
}
