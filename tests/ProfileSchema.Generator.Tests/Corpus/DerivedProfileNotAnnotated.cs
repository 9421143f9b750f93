// Rules: PRF030
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }
}

public class Gold : Member
{
    [ProfileParameter]
    public int? Visits { get; set; }
}
