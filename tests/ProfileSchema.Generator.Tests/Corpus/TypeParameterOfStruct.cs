// Send: new Member<double> { Value = 1e20, Values = { null, 1.5 } }
// Bytes: mbox3rdPartyId=1&profile.value=100000000000000000000&profile.values=1.5
[Profile]
public partial class Member<T>
    where T : struct, IUtf8SpanFormattable
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public T? Value { get; set; }

    [ProfileParameter(Separator = ';')]
    public System.Collections.Generic.List<T?> Values { get; } = new();
}
