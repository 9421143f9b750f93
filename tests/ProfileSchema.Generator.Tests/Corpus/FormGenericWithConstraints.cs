// Send: new Member<int, object>()
// Bytes: mbox3rdPartyId=1&profile.text=Int32
[Profile]
public partial class Member<T, TOther>
    where T : struct, IComparable<T>
    where TOther : notnull, new()
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; } = typeof(T).Name;
}
