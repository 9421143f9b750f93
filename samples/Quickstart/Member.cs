using ProfileSchema;

namespace Quickstart;

/// <summary>A member of the loyalty program. The annotated members are sent to Target.</summary>
[Profile]
public sealed partial record Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public required string MemberId { get; init; }

    [ProfileParameter]
    public Tier? Tier { get; init; }

    [ProfileParameter]
    public int? Points { get; init; }

    [ProfileParameter("ltv", Format = "F2")]
    public decimal? LifetimeValue { get; init; }

    [ProfileParameter]
    public string? City { get; init; }

    [ProfileParameter]
    public DateOnly? LastVisit { get; init; }

    [ProfileParameter]
    public bool? Newsletter { get; init; }

    [ProfileParameter]
    public string? FavouriteBrand { get; init; }

    /// <summary>Not annotated, so it is never sent.</summary>
    public string? Name { get; init; }
}

public enum Tier
{
    Bronze,
    Silver,
    Gold,
    Platinum,
}
