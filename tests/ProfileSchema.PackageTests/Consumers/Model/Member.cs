using ProfileSchema;

namespace Model;

public enum Tier
{
    Silver,
    Gold,
}

[Profile]
public partial record Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public required string MemberId { get; init; }

    [ProfileParameter]
    public Tier? Tier { get; init; }

    [ProfileParameter("ltv", Format = "F2")]
    public decimal? LifetimeValue { get; init; }
}
