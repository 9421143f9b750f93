// Send: new Member { Value = new TimeSpan(1, 2, 3) }
// Bytes: mbox3rdPartyId=1&profile.value=01h02
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "hh\\hmm")]
    public TimeSpan? Value { get; set; }
}
