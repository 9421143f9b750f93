// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.values=1%7C2&profile.others=3
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public ReadOnlySpan<int> Values => new[] { 1, 2 };

    [ProfileParameter]
    public Span<int> Others => new[] { 3 };
}
