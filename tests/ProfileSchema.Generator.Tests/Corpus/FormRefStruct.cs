// Rules: PRF002
[Profile]
public ref partial struct Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; }

    [ProfileParameter]
    public string? Text { get; set; }
}
