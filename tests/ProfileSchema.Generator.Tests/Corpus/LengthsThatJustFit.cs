// Send: new Member { Order = Guid.Empty, Visit = new(2026, 11, 23), Seen = new(2026, 11, 23), Time = new(21, 30), Took = TimeSpan.Zero }
// Bytes: mbox3rdPartyId=1&profile.order=00000000-0000-0000-0000-000000000000&profile.visit=2026-11-23&profile.seen=2026-11-23T00%3A00%3A00.0000000&profile.time=21%3A30%3A00.0000000&profile.took=00%3A00%3A00
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(MaxLength = 36)]
    public Guid? Order { get; set; }

    [ProfileParameter(MaxLength = 10)]
    public DateOnly? Visit { get; set; }

    [ProfileParameter(MaxLength = 27)]
    public DateTime? Seen { get; set; }

    [ProfileParameter(MaxLength = 16)]
    public TimeOnly? Time { get; set; }

    [ProfileParameter(MaxLength = 8)]
    public TimeSpan? Took { get; set; }
}
