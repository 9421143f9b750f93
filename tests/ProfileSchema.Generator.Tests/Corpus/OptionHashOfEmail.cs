// Send: new Member { Value = " A@B.com " }
// Bytes: mbox3rdPartyId=1&profile.value=fb98d44ad7501a959f3f4f4a3f004fe2d9e581ea6207e218c4b02c08a4d75adf
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Hash = ProfileHash.Sha256Email)]
    public string? Value { get; set; }
}
