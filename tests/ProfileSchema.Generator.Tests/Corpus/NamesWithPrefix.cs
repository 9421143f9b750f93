// Rules: PRF008
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter("profile.tier")]
    public string? Tier { get; set; }
}
