// A converter sends the whole object, so there is no cycle.
// Send: new Member { Friend = new() }
// Bytes: mbox3rdPartyId=1&profile.friend=x
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [ProfileConverter<ToText>]
    public Member? Friend { get; set; }
}

public class ToText : IProfileConverter<Member>
{
    public static bool TryFormat(Member value, Span<byte> utf8, out int written)
    {
        utf8[0] = (byte)'x';
        written = 1;
        return true;
    }
}
