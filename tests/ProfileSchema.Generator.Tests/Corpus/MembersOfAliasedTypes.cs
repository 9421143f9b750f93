// Send: new Member { Price = 1.50m, Tags = new() { "a" } }
// Bytes: mbox3rdPartyId=1&profile.price=1.50&profile.tags=a
using Money = System.Decimal;
using Tags = System.Collections.Generic.List<string>;

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Money? Price { get; set; }

    [ProfileParameter]
    public Tags? Tags { get; set; }
}
