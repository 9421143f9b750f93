// A nullable value, one that is null, and several.
// Send: new Member { Value = new TimeSpan(1, 2, 3), Values = new TimeSpan?[] { new TimeSpan(1, 2, 3), null, new TimeSpan(1, 2, 3) } }
// Bytes: mbox3rdPartyId=1&profile.value=01%3A02%3A03&profile.values=01%3A02%3A03~01%3A02%3A03
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public TimeSpan? Value { get; set; }

    [ProfileParameter]
    public TimeSpan? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public TimeSpan?[]? Values { get; set; }
}
