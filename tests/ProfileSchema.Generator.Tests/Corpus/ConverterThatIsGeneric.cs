// Send: new Member { Value = 2, Values = { "a", "b" } }
// Bytes: mbox3rdPartyId=1&profile.value=x&profile.values=x
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [ProfileConverter<First<int>>]
    public int? Value { get; set; }

    [ProfileParameter]
    [ProfileConverter<First<System.Collections.Generic.List<string>>.OrLast>]
    public System.Collections.Generic.List<string> Values { get; } = new();
}

public readonly struct First<T> : IProfileConverter<T>
{
    public static bool TryFormat(T value, Span<byte> utf8, out int written)
    {
        utf8[0] = (byte)'x';
        written = 1;
        return true;
    }

    public abstract class OrLast : IProfileConverter<T>
    {
        public static bool TryFormat(T value, Span<byte> utf8, out int written) =>
            First<T>.TryFormat(value, utf8, out written);
    }
}
