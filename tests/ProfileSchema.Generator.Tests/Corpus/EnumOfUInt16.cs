// Send: new Member { Tier = Tier.Lowest, Number = Tier.Highest, All = new[] { Tier.One, Tier.Highest } }
// Bytes: mbox3rdPartyId=1&profile.tier=lowest&profile.number=65535&profile.all=one%7Chighest
// Send: new Member { Tier = Tier.Highest, Number = Tier.Lowest }
// Bytes: mbox3rdPartyId=1&profile.tier=highest&profile.number=0
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Tier? Tier { get; set; }

    [ProfileParameter(Format = "D")]
    public Tier? Number { get; set; }

    [ProfileParameter]
    public Tier[]? All { get; set; }
}

public enum Tier : ushort
{
    Lowest = 0,
    One = 1,
    Highest = 65535,
}
