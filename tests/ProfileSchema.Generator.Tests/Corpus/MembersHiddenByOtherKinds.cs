// A member that is hidden by a method or a type is sent too.
// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.text=a&profile.other=b
public class Base
{
    [ProfileParameter]
    public string? Text => "a";

    [ProfileParameter]
    public string? Other => "b";
}

[Profile]
public partial class Member : Base
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    public new string Text() => "x";

    public new class Other;
}
