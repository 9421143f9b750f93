// An override with a narrower type is sent as that type if it is annotated again.
// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.plain.city=a&profile.again.city=c&profile.again.street=d
public class Address
{
    [ProfileParameter]
    public string? City { get; set; }
}

public class Home : Address
{
    [ProfileParameter]
    public string? Street { get; set; }
}

public abstract class Base
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public abstract Address? Plain { get; }

    [ProfileParameter]
    public abstract Address? Again { get; }
}

[Profile]
public partial class Member : Base
{
    public override Home? Plain => new() { City = "a", Street = "b" };

    [ProfileParameter]
    public override Home? Again => new() { City = "c", Street = "d" };
}
