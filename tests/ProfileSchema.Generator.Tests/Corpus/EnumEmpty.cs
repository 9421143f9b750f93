// The enum has no values, so none can be sent.
// Send: new Member { Text = "a" }
// Bytes: mbox3rdPartyId=1&profile.text=a
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Tier? Tier { get; set; }

    [ProfileParameter]
    public string? Text { get; set; }
}

public enum Tier { }
