// A nullable value, one that is null, and several.
// Send: new Member { Value = 1.500m, Values = new decimal?[] { 1.500m, null, 1.500m } }
// Bytes: mbox3rdPartyId=1&profile.value=1.500&profile.values=1.500~1.500
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public decimal? Value { get; set; }

    [ProfileParameter]
    public decimal? None { get; set; }

    [ProfileParameter(Separator = '~')]
    public decimal?[]? Values { get; set; }
}
