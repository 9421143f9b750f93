// Rules: PRF002
[Profile]
public partial class Member : IProfile<Member>
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }

    static ProfileContract<Member> IProfile<Member>.Contract => throw new NotSupportedException();
}
