// Send: new Gold()
// Bytes: mbox3rdPartyId=1&profile.text=a&profile.number=2
public abstract class Base
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public abstract int Id { get; }

    [ProfileParameter]
    public abstract string? Text { get; }

    [ProfileParameter]
    public virtual int? Number => 2;
}

[Profile]
public abstract partial class Member : Base
{
    public sealed override string? Text => "a";
}

[Profile]
public sealed partial class Gold : Member
{
    public override int Id => 1;
}
