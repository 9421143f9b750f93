// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.value=x&profile.maybe=x&profile.values=x
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [ProfileConverter<ToText>]
    public int Value { get; set; }

    [ProfileParameter]
    [ProfileConverter<ToText>]
    public int? Maybe { get; set; } = 2;

    [ProfileParameter]
    [ProfileConverter<ToText>]
    public int?[]? Values { get; set; } = { 1, null };
}

public class ToText : IProfileConverter<int>
{
    public static bool TryFormat(int value, Span<byte> utf8, out int written)
    {
        utf8[0] = (byte)'x';
        written = 1;
        return true;
    }
}
