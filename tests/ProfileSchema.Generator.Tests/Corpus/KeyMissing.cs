// Rules: PRF003
[Profile]
public partial class Member
{
    [ProfileParameter]
    public string? Text { get; set; }
}
