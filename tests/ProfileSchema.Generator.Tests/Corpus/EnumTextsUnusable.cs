// Rules: PRF025 PRF025 PRF025
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(MaxLength = 6)]
    public Tier? Tier { get; set; }
}

public enum Tier
{
    [ProfileValue("")]
    None,

    [ProfileValue("\ud800")]
    Half,

    [ProfileValue("platinum")]
    Best,
}
