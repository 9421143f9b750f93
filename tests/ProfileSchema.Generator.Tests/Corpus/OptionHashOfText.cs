// Send: new Member { Value = "a" }
// Bytes: mbox3rdPartyId=1&profile.value=ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Hash = ProfileHash.Sha256)]
    public string? Value { get; set; }
}
