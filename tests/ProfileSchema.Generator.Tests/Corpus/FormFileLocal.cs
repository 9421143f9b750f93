// Rules: PRF002
[Profile]
file partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }
}
