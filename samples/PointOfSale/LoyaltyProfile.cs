using ProfileSchema;

namespace PointOfSale;

/// <summary>The profile of a member in Target.</summary>
[Profile]
public sealed partial record LoyaltyProfile
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public required string MemberId { get; init; }

    [ProfileParameter]
    public required LoyaltyTier Tier { get; init; }

    [ProfileParameter]
    public required long Points { get; init; }

    [ProfileParameter("spent", Format = "F2")]
    public required decimal Spent { get; init; }

    [ProfileParameter]
    public required string LastStore { get; init; }

    [ProfileParameter]
    public required DateTimeOffset LastPurchase { get; init; }
}

public enum LoyaltyTier
{
    Silver,
    Gold,
    Platinum,
}
