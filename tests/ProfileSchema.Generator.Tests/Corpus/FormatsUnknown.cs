// Rules: PRF011 PRF011 PRF011 PRF011 PRF011
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "h k")]
    public TimeOnly? Time { get; set; }

    [ProfileParameter(Format = "F100")]
    public decimal? Precise { get; set; }

    [ProfileParameter(Format = "Q")]
    public Guid? Guid { get; set; }

    [ProfileParameter(Format = "HH:mm")]
    public DateOnly? Date { get; set; }

    [ProfileParameter(Format = "X")]
    public DayOfWeek? Day { get; set; }
}
