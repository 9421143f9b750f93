// Rules: PRF021
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [ProfileConverter<ToText>]
    public string? Value { get; set; }
}

public class ToText : IProfileConverter<int>
{
    public static bool TryFormat(int value, Span<byte> utf8, out int written) => (written = 0) == 0;
}
