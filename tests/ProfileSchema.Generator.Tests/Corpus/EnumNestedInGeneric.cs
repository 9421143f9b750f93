// Send: new Member { Tier = Box<int>.Tier.Gold, Other = Box<string>.Tier.Gold }
// Bytes: mbox3rdPartyId=1&profile.tier=gold&profile.other=gold
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Box<int>.Tier? Tier { get; set; }

    [ProfileParameter]
    public Box<string>.Tier? Other { get; set; }
}

public class Box<T>
{
    public enum Tier
    {
        Gold,
    }
}
