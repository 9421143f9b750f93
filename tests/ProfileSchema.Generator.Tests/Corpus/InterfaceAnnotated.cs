// An interface is annotated, and the profile that implements it is not.
// Rules: PRF034
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public int? Points { get; set; }

    public string? Tier { get; set; }
}

partial class Member : ITiered { }

public interface ITiered
{
    [ProfileParameter]
    string? Tier { get; }
}
