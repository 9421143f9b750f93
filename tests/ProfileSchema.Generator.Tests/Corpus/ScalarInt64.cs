// A nullable value, one that is null, and several.
// Send: new Member { Value = long.MinValue, Values = new long?[] { long.MinValue, null, long.MinValue } }
// Bytes: mbox3rdPartyId=1&profile.value=-9223372036854775808&profile.values=-9223372036854775808~-9223372036854775808
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public long? Value { get; set; }

    [ProfileParameter]
    public long? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public long?[]? Values { get; set; }
}
