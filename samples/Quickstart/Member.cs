using ProfileSchema;

namespace Quickstart;

/// <summary>What we know of a member, and which of it goes to Target: the marked members, under these names.</summary>
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

    /// <summary>Not marked, so it never leaves.</summary>
    public string? Name { get; init; }
}

public enum Tier
{
    Bronze,
    Silver,
    Gold,
    Platinum,
}
