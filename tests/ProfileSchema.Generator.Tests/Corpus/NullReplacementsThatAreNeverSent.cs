// Rules: PRF020 PRF020 PRF020 PRF020
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(NullValue = "")]
    public string? Empty { get; set; }

    [ProfileParameter(NullValue = "NONE")]
    public int NeverNull { get; set; }

    [ProfileParameter(NullValue = "TOO LONG", MaxLength = 3)]
    public string? Long { get; set; }

    [ProfileParameter(NullValue = "\ud800")]
    public string? Half { get; set; }
}
