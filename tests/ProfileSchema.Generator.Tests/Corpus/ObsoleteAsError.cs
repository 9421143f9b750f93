// Only obsolete code may use members that are obsolete as an error, enum members among them.
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
