// Rules: PRF007 PRF007 PRF007
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Home[]? Homes { get; set; }

    [ProfileParameter]
    public System.Collections.Generic.Dictionary<string, string>? Pairs { get; set; }

    [ProfileParameter]
    public (int, string)? Tuple { get; set; }
}

public class Home
{
    [ProfileParameter]
    public string? City { get; set; }
}
