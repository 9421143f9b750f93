// Rules: PRF020
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(NullValue = "NO;NE", Separator = ';')]
    public string[]? Values { get; set; }
}
