// Send: new Member { Text = "a" }
// Bytes: mbox3rdPartyId=1&profile.text=a
// Send: new Member<int> { Value = 2 }
// Bytes: mbox3rdPartyId=1&profile.value=2
// Send: new Member<int, long> { Value = 3, Other = 4 }
// Bytes: mbox3rdPartyId=1&profile.value=3&profile.other=4
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }
}

[Profile]
public partial class Member<T>
    where T : struct, IUtf8SpanFormattable
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public T? Value { get; set; }
}

[Profile]
public partial class Member<T, TOther>
    where T : struct, IUtf8SpanFormattable
    where TOther : struct, IUtf8SpanFormattable
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public T? Value { get; set; }

    [ProfileParameter]
    public TOther? Other { get; set; }
}
