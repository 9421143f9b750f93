using ProfileSchema;

namespace CrmImport;

/// <summary>What the CRM knows of a customer, and which of it goes to Target.</summary>
[Profile(Naming = ProfileNaming.SnakeCase)]
public sealed partial record Customer
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public required string CustomerId { get; init; }

    [ProfileParameter]
    public Segment? Segment { get; init; }

    [ProfileParameter]
    public int? OrdersLastYear { get; init; }

    [ProfileParameter(Format = "F2")]
    public decimal? LifetimeValue { get; init; }

    [ProfileParameter]
    public string? HomeStore { get; init; }

    [ProfileParameter]
    public DateOnly? LastOrder { get; init; }

    /// <summary>Several in one cell of the CRM's export, separated by a semicolon.</summary>
    [ProfileParameter(Separator = '|')]
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>Consent to personalisation; whoever has not given it has only this sent.</summary>
    [ProfileParameter]
    public bool? Consent { get; init; }

    /// <summary>Not marked, so it never leaves.</summary>
    public string? Name { get; init; }
}

public enum Segment
{
    Prospect,
    Regular,
    Loyal,
    Lapsed,
}
