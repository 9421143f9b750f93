// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.value=x&profile.box.text=a&profile.values=x
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [ProfileConverter<ToText>]
    public dynamic? Value { get; set; } = 1;

    [ProfileParameter]
    public Box<dynamic>? Box { get; set; } = new();

    [ProfileParameter]
    [ProfileConverter<ToText>]
    public System.Collections.Generic.List<dynamic>? Values { get; set; } = new() { 1, 2 };
}

public class ToText : IProfileConverter<object>
{
    public static bool TryFormat(object value, Span<byte> utf8, out int written)
    {
        utf8[0] = (byte)'x';
        written = 1;
        return true;
    }
}

public class Box<T>
{
    [ProfileParameter]
    public string? Text { get; set; } = "a";
}
