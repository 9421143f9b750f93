using ProfileSchema;

namespace Shop;

/// <summary>A subscriber to the shop's newsletter.</summary>
[Profile]
public sealed partial record Subscriber
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public required string CustomerId { get; init; }

    [ProfileParameter(Separator = '|')]
    public IReadOnlyList<string> Topics { get; init; } = [];

    [ProfileParameter(NullValue = "NONE")]
    public DateOnly? SubscribedOn { get; init; }
}
