// Languages: 14
// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.text=a
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text
    {
        get => field ?? "a";
        set;
    }
}
