// Send: new Member { Required = "a", PrivateGetter = "b" }
// Bytes: mbox3rdPartyId=1&profile.field=2&profile.guarded=3&profile.byReference=4&profile.readOnly=4&profile.required=a&profile.privateGetter=b&profile._last=5
[Profile]
public partial class Member
{
    private int _value = 4;

    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private readonly int _id = 1;

    [ProfileParameter("field")]
    private readonly int? _field = 2;

    [ProfileParameter]
    protected internal int? Guarded { get; init; } = 3;

    [ProfileParameter]
    public ref int ByReference => ref _value;

    [ProfileParameter]
    public ref readonly int ReadOnly => ref _value;

    [ProfileParameter]
    public required string? Required { get; init; }

    [ProfileParameter]
    public string? PrivateGetter { private get; set; }

    [ProfileParameter]
    private volatile int _last = 5;
}
