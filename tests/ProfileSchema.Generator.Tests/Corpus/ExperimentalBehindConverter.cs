// The contract names the type of a member, whatever type the converter supports.
// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.value=x
#pragma warning disable EXP1
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [ProfileConverter<ToText>]
    public Trial? Value { get; set; } = new();

    [ProfileParameter]
    [ProfileConverter<ToText>]
    public Trial[]? Values { get; set; }
}

[System.Diagnostics.CodeAnalysis.Experimental("EXP1")]
public class Trial;

public class ToText : IProfileConverter<object>
{
    public static bool TryFormat(object value, Span<byte> utf8, out int written)
    {
        utf8[0] = (byte)'x';
        written = 1;
        return true;
    }
}
