// Rules: PRF024
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Days? Days { get; set; }
}

[Flags]
public enum Days
{
    Monday = 1,
    Friday = 16,
}
