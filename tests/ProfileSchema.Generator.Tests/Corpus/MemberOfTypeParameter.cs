// Send: new Member<double> { Value = 1e20, Values = new[] { 1.5, 2 } }
// Bytes: mbox3rdPartyId=1&profile.value=100000000000000000000&profile.values=1.5%7C2
// Send: new Member<Version> { Value = new Version(1, 2) }
// Bytes: mbox3rdPartyId=1&profile.value=1.2
[Profile]
public partial class Member<T>
    where T : IUtf8SpanFormattable
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public T? Value { get; set; }

    [ProfileParameter]
    public T[]? Values { get; set; }
}
