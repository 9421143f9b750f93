// Send: new Member { Tier = Tier.Größe }
// Bytes: mbox3rdPartyId=1&profile.tier=gr%C3%B6%C3%9Fe
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
    Größe,
}
