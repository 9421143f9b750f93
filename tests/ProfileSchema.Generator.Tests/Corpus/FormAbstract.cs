// Send: new Gold()
// Bytes: mbox3rdPartyId=1&profile.text=a
[Profile]
public abstract partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public abstract int Id { get; }

    [ProfileParameter]
    public abstract string? Text { get; }
}

[Profile]
public partial class Gold : Member
{
    public override int Id => 1;

    public override string? Text => "a";
}
