// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.value=x&profile.values=x
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [ProfileConverter<ToText>]
    public (int Left, string? Right)? Value { get; set; } = (1, "a");

    [ProfileParameter]
    [ProfileConverter<ToText>]
    public (int A, string B)[]? Values { get; set; } = { (1, "a") };
}

public class ToText : IProfileConverter<(int, string?)>
{
    public static bool TryFormat((int, string?) value, Span<byte> utf8, out int written)
    {
        utf8[0] = (byte)'x';
        written = 1;
        return true;
    }
}
