// Send: new Member { Class = new("c"), Struct = new(2), Maybe = new Struct(3), Interface = new Named() }
// Bytes: mbox3rdPartyId=1&profile.class.x=c&profile.struct.number=2&profile.maybe.number=3&profile.interface.name=n&profile.x=f
// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.x=f
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Class? Class { get; set; }

    [ProfileParameter]
    public Struct Struct { get; set; }

    [ProfileParameter]
    public Struct? Maybe { get; set; }

    [ProfileParameter]
    public IInterface? Interface { get; set; }

    [ProfileParameter(Flatten = true)]
    public Class Flat { get; set; } = new("f");
}

public record Class([property: ProfileParameter("x")] string? Text);

public record struct Struct([property: ProfileParameter] int? Number);

public interface IInterface
{
    [ProfileParameter]
    string? Name { get; }
}

public class Named : IInterface
{
    public string? Name => "n";
}
