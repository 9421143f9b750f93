// Send: new Member { Number = 1, Tier = Tier.Gold }
// Bytes: mbox3rdPartyId=1&profile.number=1&profile.tier=gold
[assembly: CLSCompliant(true)]

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [CLSCompliant(false)]
    public uint? Number { get; set; }

    [ProfileParameter]
    public Tier? Tier { get; set; }
}

#pragma warning disable CS3009
public enum Tier : ulong
{
    Gold,
}
#pragma warning restore CS3009
