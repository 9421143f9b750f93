using ProfileSchema;

namespace CrmImport;

/// <summary>A customer in the CRM. The annotated members are sent to Target.</summary>
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

    /// <summary>Several values in one field of the export, separated by semicolons.</summary>
    [ProfileParameter(Separator = '|')]
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>Consent to personalization. Without it, only this parameter is sent.</summary>
    [ProfileParameter]
    public bool? Consent { get; init; }

    /// <summary>Not annotated, so it is never sent.</summary>
    public string? Name { get; init; }
}

public enum Segment
{
    Prospect,
    Regular,
    Loyal,
    Lapsed,
}
