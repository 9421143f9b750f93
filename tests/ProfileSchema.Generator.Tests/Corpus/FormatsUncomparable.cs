// Rules: PRF018 PRF018 PRF018 PRF018 PRF018 PRF018
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "0.00;-;zero")]
    public double? Words { get; set; }

    [ProfileParameter(Format = "#,##0,")]
    public double? Thousands { get; set; }

    [ProfileParameter(Format = "C")]
    public decimal? Money { get; set; }

    [ProfileParameter(Format = "0%")]
    public decimal? Share { get; set; }

    [ProfileParameter(Format = "d MMM")]
    public DateTime? Month { get; set; }

    [ProfileParameter(Format = "D")]
    public DateOnly? Long { get; set; }
}
