// Rules: PRF018 PRF018 PRF018
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "#.##")]
    public double? Score { get; set; }

    [ProfileParameter(Format = "#")]
    public int? Points { get; set; }

    [ProfileParameter(Format = "#.#", Separator = ';')]
    public decimal[]? Prices { get; set; }
}
