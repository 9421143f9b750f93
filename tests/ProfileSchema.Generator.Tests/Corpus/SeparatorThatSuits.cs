// Send: new Member { Orders = [Guid.Empty], Visits = [new(2026, 11, 23), new(2026, 11, 24)] }
// Bytes: mbox3rdPartyId=1&profile.orders=00000000000000000000000000000000&profile.visits=20261123-20261124
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Separator = '-', Format = "N")]
    public Guid[]? Orders { get; set; }

    [ProfileParameter(Separator = '-', Format = "yyyyMMdd")]
    public DateOnly[]? Visits { get; set; }
}
