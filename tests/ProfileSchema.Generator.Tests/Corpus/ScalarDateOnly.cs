// A nullable value, one that is null, and several.
// Send: new Member { Value = new DateOnly(2026, 11, 23), Values = new DateOnly?[] { new DateOnly(2026, 11, 23), null, new DateOnly(2026, 11, 23) } }
// Bytes: mbox3rdPartyId=1&profile.value=2026-11-23&profile.values=2026-11-23~2026-11-23
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public DateOnly? Value { get; set; }

    [ProfileParameter]
    public DateOnly? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public DateOnly?[]? Values { get; set; }
}
