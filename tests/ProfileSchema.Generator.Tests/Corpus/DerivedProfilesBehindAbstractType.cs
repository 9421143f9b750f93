// An abstract type has no instances, so only the type that derives from it needs the attribute.
// Send: new Gold { Text = "a", Visits = 2 }
// Bytes: mbox3rdPartyId=1&profile.text=a&profile.visits=2
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }
}

public abstract class Tiered : Member
{
    [ProfileParameter]
    public int? Visits { get; set; }
}

[Profile]
public partial class Gold : Tiered { }
