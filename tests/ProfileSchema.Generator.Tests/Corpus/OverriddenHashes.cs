// Send: new Own()
// Bytes: mbox3rdPartyId=ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb&profile.mail=ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
public class Base
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId, Hash = ProfileHash.Sha256)]
    public virtual string Id => "0";

    [ProfileParameter(Hash = ProfileHash.Sha256)]
    public virtual string? Mail => "0";
}

[Profile]
public partial class Own : Base
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public override string Id => "a";

    [ProfileParameter("mail")]
    public override string? Mail => "a";
}
