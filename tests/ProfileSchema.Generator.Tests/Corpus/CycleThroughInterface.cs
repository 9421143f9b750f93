// Rules: PRF022
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public INode? Node { get; set; }
}

public interface INode
{
    [ProfileParameter]
    INode? Next { get; }

    [ProfileParameter]
    string? Text { get; }
}
