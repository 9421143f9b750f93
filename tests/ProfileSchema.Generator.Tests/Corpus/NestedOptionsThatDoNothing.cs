// Rules: PRF031 PRF031 PRF031 PRF031 PRF031
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(
        "home",
        Format = "F2",
        NullValue = "NONE",
        MaxLength = 9,
        Hash = ProfileHash.Sha256,
        Flatten = true
    )]
    public Home? Home { get; set; }
}

public class Home
{
    [ProfileParameter]
    public string? City { get; set; }
}
