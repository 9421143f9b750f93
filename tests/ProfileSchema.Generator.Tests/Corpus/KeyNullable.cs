// Rules: PRF006
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int? Id { get; set; }

    [ProfileParameter]
    public int? A { get; set; }
}
