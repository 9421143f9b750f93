// VALUE-3 and VALUE-7 apply to the value, whatever its declared type is.
// Send: new Member { Text = 1e20, Utf8 = 1e20 }
// Bytes: mbox3rdPartyId=1&profile.text=100000000000000000000&profile.utf8=100000000000000000000
// Send: new Member { Text = -0.0, Utf8 = -0.0f }
// Bytes: mbox3rdPartyId=1&profile.text=0&profile.utf8=0
// Send: new Member { Text = new DateOnly(2026, 11, 23), Utf8 = new DateOnly(2026, 11, 23) }
// Bytes: mbox3rdPartyId=1&profile.text=2026-11-23&profile.utf8=2026-11-23
// Send: new Member { Text = 'a', Utf8 = 'b', All = new ISpanFormattable?[] { 1e20, null, 1.50m } }
// Bytes: mbox3rdPartyId=1&profile.text=a&profile.utf8=b&profile.all=100000000000000000000%7C1.50
// Send: new Member { Scientific = 12345, Utf8 = Guid.Empty }
// Bytes: mbox3rdPartyId=1&profile.utf8=00000000-0000-0000-0000-000000000000&profile.scientific=12300
// Send: new Wrapping<ISpanFormattable> { Wrapped = 1e20 }
// Bytes: mbox3rdPartyId=1&profile.wrapped=100000000000000000000
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public ISpanFormattable? Text { get; set; }

    [ProfileParameter]
    public IUtf8SpanFormattable? Utf8 { get; set; }

    [ProfileParameter]
    public ISpanFormattable?[]? All { get; set; }

    [ProfileParameter(Format = "E2")]
    public ISpanFormattable? Scientific { get; set; }
}

[Profile]
public partial class Wrapping<T>
    where T : ISpanFormattable
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public T? Wrapped { get; set; }
}
