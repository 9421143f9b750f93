// Only obsolete code may name what is obsolete as an error; a constant of an enum too.
#pragma warning disable CS0612, CS0618
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [Obsolete("Gone.", true)]
    public string? Text { get; set; } = "a";

    [ProfileParameter]
    public Tier? Tier { get; set; }
}

public enum Tier
{
    Gold,

    [Obsolete("Gone.", true)]
    Lead,
}
