// A nested object of another assembly.
// Send: new Member { Box = new Box { Text = "a" } }
// Bytes: mbox3rdPartyId=1&profile.box.text=a
#if LIBRARY
public class Box
{
    [ProfileParameter]
    public string? Text { get; set; }
}
#else
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Box? Box { get; set; }
}
#endif
