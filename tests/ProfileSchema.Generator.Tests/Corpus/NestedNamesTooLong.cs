// Rules: PRF008
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    )]
    public Home? Home { get; set; }
}

public class Home
{
    [ProfileParameter("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    public string? City { get; set; }
}
