using System.Globalization;

namespace ProfileSchema.AotTests;

public enum Tier
{
    Basic,

    [ProfileValue("GOLD+")]
    Gold,
}

[Flags]
public enum Perks
{
    None = 0,
    Lounge = 1,
    Upgrade = 2,
}

public sealed class Address
{
    [ProfileParameter]
    public string? City { get; init; }

    [ProfileParameter("zip", NullValue = "NONE", MaxLength = 10)]
    public string? PostCode { get; init; }
}

public readonly record struct Money(decimal Amount, string Currency);

public sealed class AmountOnly : IProfileConverter<Money>
{
    public static bool TryFormat(Money value, Span<byte> utf8, out int written) =>
        value.Amount.TryFormat(utf8, out written, "F2", CultureInfo.InvariantCulture);
}

/// <summary>A parameter of every kind that the schema language has.</summary>
[Profile(Naming = ProfileNaming.SnakeCase)]
public partial record Customer
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public required string Id { get; init; }

    [ProfileParameter]
    public string? FavouriteStore { get; init; }

    [ProfileParameter]
    public int? Points { get; init; }

    [ProfileParameter]
    public double? Score { get; init; }

    [ProfileParameter(Format = "F2")]
    public decimal? LifetimeValue { get; init; }

    [ProfileParameter]
    public bool? IsOpen { get; init; }

    [ProfileParameter]
    public Guid? Reference { get; init; }

    [ProfileParameter]
    public DateTimeOffset? Seen { get; init; }

    [ProfileParameter(Format = "yyyy-MM")]
    public DateOnly? Joined { get; init; }

    [ProfileParameter]
    public TimeSpan? Visit { get; init; }

    [ProfileParameter]
    public Version? App { get; init; }

    [ProfileParameter]
    public Int128? Wide { get; init; }

    [ProfileParameter]
    public Tier? Tier { get; init; }

    [ProfileParameter("level", Format = "D")]
    public Tier? Level { get; init; }

    [ProfileParameter(Separator = '|')]
    public Perks Perks { get; init; }

    [ProfileParameter]
    public IReadOnlyList<string> Segments { get; init; } = [];

    [ProfileParameter(Separator = ';')]
    public IReadOnlyCollection<Tier> Tiers { get; init; } = [];

    [ProfileParameter]
    public Address? Home { get; init; }

    [ProfileParameter(Hash = ProfileHash.Sha256Email)]
    public string? Email { get; init; }

    [ProfileParameter, ProfileConverter<AmountOnly>]
    public Money? Spent { get; init; }
}
