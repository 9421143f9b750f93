// Send: new Member { Days = new DayOfWeek?[] { null, DayOfWeek.Friday, DayOfWeek.Monday } }
// Bytes: mbox3rdPartyId=1&profile.days=friday%7Cmonday&profile.numbers=5
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public DayOfWeek?[]? Days { get; set; }

    [ProfileParameter(Format = "D")]
    public System.Collections.Generic.IReadOnlyList<DayOfWeek>? Numbers { get; } = new[] { DayOfWeek.Friday };
}
