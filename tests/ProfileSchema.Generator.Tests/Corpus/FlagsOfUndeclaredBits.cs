// Rules: PRF033
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Separator = ';')]
    public Rights? Rights { get; set; }
}

[Flags]
public enum Rights
{
    Read = 1,
    Write = 2,
    All = 7,
}
