// The interface may be listed in source, as long as its member isn't implemented there.
// Send: new Member { Text = "a" }
// Bytes: mbox3rdPartyId=1&profile.text=a
[Profile]
public partial class Member : IProfile<Member>
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }
}
