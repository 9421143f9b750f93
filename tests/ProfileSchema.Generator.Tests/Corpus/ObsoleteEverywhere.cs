// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.text=a&profile.inner.text=b&profile.shown=c
#pragma warning disable CS0618
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [Obsolete("Old.")]
    public string? Text { get; set; } = "a";

    [ProfileParameter]
    public Inner? Inner { get; set; } = new();

    [ProfileParameter]
    public string? Shown
    {
        [Obsolete("Old.", DiagnosticId = "OLD1")]
        get;
        set;
    } = "c";
}

[Obsolete("Old.")]
public class Inner
{
    [ProfileParameter]
    public string? Text { get; set; } = "b";
}
