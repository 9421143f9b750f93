// Rules: PRF005
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.PcId)]
    public double Id { get; set; }

    [ProfileParameter]
    public string? Text { get; set; }
}
