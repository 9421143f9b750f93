// Rules: PRF005
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.PcId)]
    public DayOfWeek Id { get; set; }

    [ProfileParameter]
    public int? A { get; set; }
}
