// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.box.text=a
#if LIBRARY
[module: System.Diagnostics.CodeAnalysis.Experimental("EXP1")]

public class Box
{
    [ProfileParameter]
    public string? Text { get; set; } = "a";
}
#else
#pragma warning disable EXP1
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Box? Box { get; set; } = new();
}
#endif
