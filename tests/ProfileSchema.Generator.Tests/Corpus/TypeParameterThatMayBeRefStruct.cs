// Languages: 13
// Rules: PRF007
[Profile]
public partial class Member<T>
    where T : ISpanFormattable, allows ref struct
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }

    [ProfileParameter]
    public T Value => throw new NotSupportedException();
}
