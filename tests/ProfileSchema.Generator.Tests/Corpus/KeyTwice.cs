// Rules: PRF004
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.PcId)]
    public int Id { get; set; }

    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Other { get; set; }

    [ProfileParameter]
    public string? Text { get; set; }
}
