// Rules: PRF009
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Flatten = true)]
    public Home? Home { get; set; }

    [ProfileParameter(Flatten = true)]
    public Home? Work { get; set; }
}

public class Home
{
    [ProfileParameter]
    public string? City { get; set; }
}
