// Send: new Member { A = First.Tier.Gold, B = Second.Tier.Silver }
// Bytes: mbox3rdPartyId=1&profile.a=gold&profile.b=silver
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public First.Tier? A { get; set; }

    [ProfileParameter]
    public Second.Tier? B { get; set; }
}

public static class First
{
    public enum Tier
    {
        Gold,
    }
}

public static class Second
{
    public enum Tier
    {
        Silver,
    }
}
