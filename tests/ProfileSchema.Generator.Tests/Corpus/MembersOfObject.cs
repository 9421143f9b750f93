// Rules: PRF007 PRF007 PRF007 PRF007 PRF007 PRF007
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public object? Any { get; set; }

    [ProfileParameter]
    public ValueType? Value { get; set; }

    [ProfileParameter]
    public Enum? AnyEnum { get; set; }

    [ProfileParameter]
    public Delegate? Call { get; set; }

    [ProfileParameter]
    public Type? Type { get; set; }

    [ProfileParameter]
    public Action? Act { get; set; }
}
