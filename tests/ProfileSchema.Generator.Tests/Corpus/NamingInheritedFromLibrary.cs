// Send: new Gold { LastVisit = "a", LoungeVisits = 2 }
// Bytes: mbox3rdPartyId=1&profile.last_visit=a&profile.lounge_visits=2
#if LIBRARY
[Profile(Naming = ProfileNaming.SnakeCase)]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? LastVisit { get; set; }
}
#else
[Profile]
public partial class Gold : Member
{
    [ProfileParameter]
    public int? LoungeVisits { get; set; }
}
#endif
