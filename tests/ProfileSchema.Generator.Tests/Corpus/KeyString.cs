// Send: new Member { Text = "a" }
// Bytes: mboxPC=a%20b&profile.text=a
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.PcId)]
    public string Id { get; set; } = "a b";

    [ProfileParameter]
    public string? Text { get; set; }
}
