// A nullable value, one that is null, and several.
// Send: new Member { Value = new TimeOnly(9, 30), Values = new TimeOnly?[] { new TimeOnly(9, 30), null, new TimeOnly(9, 30) } }
// Bytes: mbox3rdPartyId=1&profile.value=09%3A30%3A00.0000000&profile.values=09%3A30%3A00.0000000~09%3A30%3A00.0000000
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public TimeOnly? Value { get; set; }

    [ProfileParameter]
    public TimeOnly? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public TimeOnly?[]? Values { get; set; }
}
