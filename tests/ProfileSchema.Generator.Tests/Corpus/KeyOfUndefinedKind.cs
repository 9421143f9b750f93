// Rules: PRF014
[Profile]
public partial class Member
{
    [ProfileKey((ProfileKeyKind)99)]
    public int Id { get; set; }

    [ProfileParameter]
    public int? A { get; set; }
}
