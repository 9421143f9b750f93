// Rules: PRF019 PRF019 PRF025
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Separator = '-')]
    public Guid[]? Orders { get; set; }

    [ProfileParameter(Separator = '-')]
    public DateOnly[]? Visits { get; set; }

    [ProfileParameter]
    public Tier[]? Tiers { get; set; }
}

public enum Tier
{
    [ProfileValue("a|b")]
    Both,
}
