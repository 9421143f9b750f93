using MemoryPack;

namespace ProfileSchema.Benchmarks.Rows;

/// <summary>The reference row, the same type for every peer.</summary>
[Profile]
[MemoryPackable]
public sealed partial record Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public required string MemberId { get; init; }

    [ProfileParameter]
    public Tier Tier { get; init; }

    [ProfileParameter]
    public int Points { get; init; }

    [ProfileParameter(Format = "F2")]
    public decimal LifetimeValue { get; init; }

    [ProfileParameter]
    public string? City { get; init; }

    [ProfileParameter]
    public DateTimeOffset? LastPurchase { get; init; }

    [ProfileParameter]
    public bool OptIn { get; init; }

    [ProfileParameter(Separator = '|')]
    public IReadOnlyList<string> Segments { get; init; } = [];
}
