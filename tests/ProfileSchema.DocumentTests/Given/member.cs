[Profile]
public partial record Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public required string MemberId { get; init; }

    [ProfileParameter]
    public Tier? Tier { get; init; }

    [ProfileParameter(NullValue = "NONE")]
    public string? Store { get; init; }
}

public enum Tier
{
    Silver,
    Gold,
}
