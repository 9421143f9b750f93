using MemoryPack;

namespace ProfileSchema.Benchmarks.Rows;

/// <summary>The reference row, the same type for every peer.</summary>
[MemoryPackable]
public sealed partial record Member
{
    public required string MemberId { get; init; }

    public Tier Tier { get; init; }

    public int Points { get; init; }

    public decimal LifetimeValue { get; init; }

    public string? City { get; init; }

    public DateTimeOffset? LastPurchase { get; init; }

    public bool OptIn { get; init; }

    public IReadOnlyList<string> Segments { get; init; } = [];
}
