// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.number=2&profile.text=a
public interface IHas<T>
{
    T? Value { get; }
}

[Profile]
public partial class Member : IHas<int?>, IHas<string>
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter("number")]
    int? IHas<int?>.Value => 2;

    [ProfileParameter("text")]
    string? IHas<string>.Value => "a";
}
