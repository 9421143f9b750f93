// A converter for the nullable type receives values that aren't null as that type.
// Send: new Member { Value = 2 }
// Bytes: mbox3rdPartyId=1&profile.value=x
// Send: new Member()
// Bytes: mbox3rdPartyId=1
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [ProfileConverter<ToText>]
    public int? Value { get; set; }
}

public class ToText : IProfileConverter<int?>
{
    public static bool TryFormat(int? value, Span<byte> utf8, out int written)
    {
        written = value is null ? 0 : 1;
        utf8[0] = (byte)'x';
        return true;
    }
}
