// Send: new Member { Rights = (Rights)3 }
// Bytes: mbox3rdPartyId=1&profile.rights=3
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "D")]
    public Rights? Rights { get; set; }
}

[Flags]
public enum Rights
{
    Read = 1,
    Write = 2,
}
