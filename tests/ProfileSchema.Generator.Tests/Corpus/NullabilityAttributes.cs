// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.other=a
using System.Diagnostics.CodeAnalysis;

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [MaybeNull]
    public string Text { get; set; } = null!;

    [ProfileParameter]
    [AllowNull]
    public string Other
    {
        get => "a";
        set { }
    }

    [ProfileParameter]
    [MaybeNull]
    public Version Version => null;

    [ProfileParameter]
    [MaybeNull]
    public int[] Numbers => null;
}
