// Rules: PRF026
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
    Gold,

    [ProfileValue("gold")]
    Best,
}
