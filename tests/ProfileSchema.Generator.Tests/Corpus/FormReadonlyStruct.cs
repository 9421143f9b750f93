// Send: new Member(1, "a")
// Bytes: mbox3rdPartyId=1&profile.text=a
[Profile]
public readonly partial struct Member(int id, string? text)
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; } = id;

    [ProfileParameter]
    public readonly string? Text = text;
}
