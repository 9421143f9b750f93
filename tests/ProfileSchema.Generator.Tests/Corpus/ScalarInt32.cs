// A nullable value, one that is null, and several.
// Send: new Member { Value = int.MinValue, Values = new int?[] { int.MinValue, null, int.MinValue } }
// Bytes: mbox3rdPartyId=1&profile.value=-2147483648&profile.values=-2147483648~-2147483648
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public int? Value { get; set; }

    [ProfileParameter]
    public int? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public int?[]? Values { get; set; }
}
