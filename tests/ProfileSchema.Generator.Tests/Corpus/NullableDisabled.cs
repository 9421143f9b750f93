// Send: new Member()
// Bytes: mbox3rdPartyId=1
// Send: new Member { Text = "a", Texts = new[] { "b", null! }, Inner = new Inner { Version = new Version(1, 2) } }
// Bytes: mbox3rdPartyId=1&profile.text=a&profile.texts=b&profile.inner.version=1.2
#nullable disable
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string Text { get; set; }

    [ProfileParameter]
    public string[] Texts { get; set; }

    [ProfileParameter]
    public Inner Inner { get; set; }
}

public class Inner
{
    [ProfileParameter]
    public Version Version { get; set; }
}
