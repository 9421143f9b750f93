// Rules: PRF006
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.PcId)]
    public string? Id { get; set; }

    [ProfileParameter]
    public int? A { get; set; }
}
