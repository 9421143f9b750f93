// Languages: 14
// Rules: PRF034 PRF034
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }
}

public static class MemberExtensions
{
    [ProfileParameter]
    public static int? Count { get; set; }

    extension(Member member)
    {
        [ProfileParameter]
        public string? Upper => member.Text?.ToUpperInvariant();
    }
}
