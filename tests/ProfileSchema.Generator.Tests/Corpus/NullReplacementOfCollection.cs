// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.values=NONE&profile.texts=NONE
// Send: new Member { Values = new int?[] { null }, Texts = new[] { "a" } }
// Bytes: mbox3rdPartyId=1&profile.values=NONE&profile.texts=a
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(NullValue = "NONE")]
    public int?[]? Values { get; set; }

    [ProfileParameter(NullValue = "NONE")]
    public string[]? Texts { get; set; }
}
