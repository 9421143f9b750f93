// Send: new Member { LastVisit = "a" }
// Bytes: mbox3rdPartyId=1&profile.last_visit=a
// Send: new Gold { LastVisit = "a", LoungeVisits = 2 }
// Bytes: mbox3rdPartyId=1&profile.last_visit=a&profile.lounge_visits=2
// Send: new Plain { LastVisit = "a", LoungeVisits = 2, MilesNow = 3 }
// Bytes: mbox3rdPartyId=1&profile.LastVisit=a&profile.LoungeVisits=2&profile.MilesNow=3
[Profile(Naming = ProfileNaming.SnakeCase)]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? LastVisit { get; set; }
}

public class Between : Member;

[Profile]
public partial class Gold : Between
{
    [ProfileParameter]
    public int? LoungeVisits { get; set; }
}

[Profile(Naming = ProfileNaming.AsDeclared)]
public partial class Plain : Gold
{
    [ProfileParameter]
    public int? MilesNow { get; set; }
}
