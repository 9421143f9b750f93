// Both the interface and the profile that implements it are annotated.
// Send: new Member { Tier = "a" }
// Bytes: mbox3rdPartyId=1&profile.tier=a
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Tier { get; set; }
}

partial class Member : ITiered { }

public interface ITiered
{
    [ProfileParameter("other")]
    string? Tier { get; }
}
