// Rules: PRF007
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Four Values { get; set; }
}

[System.Runtime.CompilerServices.InlineArray(4)]
public struct Four
{
    public int First;
}
