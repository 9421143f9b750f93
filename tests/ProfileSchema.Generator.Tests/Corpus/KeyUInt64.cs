// Send: new Member { Text = "a" }
// Bytes: mboxPC=5&profile.text=a
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.PcId)]
    public ulong Id { get; set; } = 5;

    [ProfileParameter]
    public string? Text { get; set; }
}
