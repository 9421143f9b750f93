// A nullable value, one that is null, and several.
// Send: new Member { Value = new DateTime(2026, 11, 23, 9, 30, 0, DateTimeKind.Utc), Values = new DateTime?[] { new DateTime(2026, 11, 23, 9, 30, 0, DateTimeKind.Utc), null, new DateTime(2026, 11, 23, 9, 30, 0, DateTimeKind.Utc) } }
// Bytes: mbox3rdPartyId=1&profile.value=2026-11-23T09%3A30%3A00.0000000Z&profile.values=2026-11-23T09%3A30%3A00.0000000Z~2026-11-23T09%3A30%3A00.0000000Z
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public DateTime? Value { get; set; }

    [ProfileParameter]
    public DateTime? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public DateTime?[]? Values { get; set; }
}
