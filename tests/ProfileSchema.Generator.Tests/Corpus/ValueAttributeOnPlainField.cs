// Rules: PRF032
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }

    [ProfileValue("x")]
    public int Other;
}
