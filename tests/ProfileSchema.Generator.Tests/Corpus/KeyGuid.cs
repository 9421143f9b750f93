// Send: new Member { Text = "a" }
// Bytes: mboxPC=00000000-0000-0000-0000-000000000000&profile.text=a
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.PcId)]
    public Guid Id { get; set; } = Guid.Empty;

    [ProfileParameter]
    public string? Text { get; set; }
}
