// Rules: PRF009
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }

    [ProfileParameter("text")]
    public string? Other { get; set; }
}
