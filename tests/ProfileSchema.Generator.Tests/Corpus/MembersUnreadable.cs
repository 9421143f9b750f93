// Rules: PRF010 PRF010 PRF010 PRF010
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public static string? Static { get; set; }

    [ProfileParameter]
    public string? WriteOnly
    {
        set { }
    }

    [ProfileParameter]
    public string? this[int index] => null;

    [ProfileParameter]
    public const int Constant = 1;
}
