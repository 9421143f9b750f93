// Rules: PRF011 PRF028 PRF031 PRF031
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "F2")]
    public string? A { get; set; }

    [ProfileParameter(Separator = ';')]
    public string? B { get; set; }

    [ProfileParameter(Flatten = true)]
    public string? C { get; set; }

    [ProfileParameter(Hash = ProfileHash.Sha256)]
    public double? D { get; set; }
}
