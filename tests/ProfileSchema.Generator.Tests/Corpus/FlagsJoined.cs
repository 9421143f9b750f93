// Send: new Member { Rights = Rights.Read | Rights.Write, None = Rights.None, Every = Rights.Both }
// Bytes: mbox3rdPartyId=1&profile.rights=read%3Bw&profile.none=nothing&profile.every=read%3Bw
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Separator = ';')]
    public Rights? Rights { get; set; }

    [ProfileParameter(Separator = ';')]
    public Rights? None { get; set; }

    [ProfileParameter(Separator = ';')]
    public Rights? Every { get; set; }
}

[Flags]
public enum Rights
{
    [ProfileValue("nothing")]
    None = 0,
    Read = 1,

    [ProfileValue("w")]
    Write = 2,
    Both = Read | Write,
}
