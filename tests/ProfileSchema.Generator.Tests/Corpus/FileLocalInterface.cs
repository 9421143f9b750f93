// Rules: PRF010
[Profile]
public partial class Member : IHasText
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    string? IHasText.Text => "a";
}

file interface IHasText
{
    string? Text { get; }
}
