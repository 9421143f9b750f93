// Rules: PRF007
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public DefaultInterpolated Value => default;

    [ProfileParameter]
    public System.ReadOnlySpan<char> Text => default;

    [ProfileParameter]
    public Nested Nested => default;
}

public ref struct DefaultInterpolated;

public ref struct Nested
{
    [ProfileParameter]
    public string? Text => "a";
}
