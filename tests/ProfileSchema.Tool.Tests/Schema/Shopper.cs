namespace ProfileSchema.Tool.Tests.Schema;

/// <summary>A profile whose data dictionary is written.</summary>
[Profile(Naming = ProfileNaming.SnakeCase)]
public partial record Shopper
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public required string Id { get; init; }

    /// <summary>How loyal | the shopper is.</summary>
    [ProfileParameter]
    public ShopperTier? Tier { get; init; }

    [ProfileParameter(Separator = '|')]
    public IReadOnlyList<string> LikedBrands { get; init; } = [];

    [ProfileParameter("ltv", Format = "F2")]
    public decimal LifetimeValue { get; init; }

    [ProfileParameter(Hash = ProfileHash.Sha256Email)]
    public string? Email { get; init; }
}

public enum ShopperTier
{
    FirstClass,

    [ProfileValue("std")]
    Standard,
}

public sealed record Parcel(string Number, decimal Weight);

[ProfileContractFor<Parcel>]
public partial class ParcelContract
{
    [ProfileKey(ProfileKeyKind.PcId)]
    private string Number { get; } = "";

    [ProfileParameter("weight")]
    private decimal Weight { get; }
}
