// Rules: PRF010
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [field: ProfileParameter]
    public string? Text { get; set; }

    [ProfileParameter]
    public string? Other { get; set; }
}
