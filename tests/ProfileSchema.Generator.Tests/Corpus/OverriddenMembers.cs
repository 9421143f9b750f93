// An override inherits what it doesn't repeat, above all a converter or a hash.
// Send: new Own()
// Bytes: mbox3rdPartyId=1&profile.masked=x&profile.renamed=x&profile.price=2.50&profile.none=NONE&profile.plain=b&profile.id=x&profile.late=x
// Send: new Furthest()
// Bytes: mbox3rdPartyId=1&profile.masked=x&profile.again=x&profile.price=3.50&profile.none=NONE&profile.plain=b&profile.id=x&profile.late=x
public class Base
{
    [ProfileParameter]
    public virtual string? Masked => "a";

    [ProfileConverter<Mask>]
    public virtual string? Late => "a";

    [ProfileParameter]
    [ProfileConverter<Mask>]
    public virtual string? Renamed => "a";

    [ProfileParameter(Format = "F2")]
    public virtual decimal? Price => 1.5m;

    [ProfileParameter(NullValue = "NONE")]
    public virtual string? None => "a";

    [ProfileParameter]
    public virtual string? Plain => "a";

    [ProfileParameter]
    [ProfileConverter<Mask>]
    public virtual string Id => "0";
}

[Profile]
public partial class Own : Base
{
    [ProfileConverter<Mask>]
    public override string? Masked => "b";

    [ProfileParameter]
    public override string? Late => "b";

    [ProfileParameter("renamed")]
    public override string? Renamed => "b";

    [ProfileParameter]
    public override decimal? Price => 2.5m;

    [ProfileParameter]
    public override string? None => null;

    public override string? Plain => "b";

    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public override string Id => "1";
}

[Profile]
public partial class Furthest : Own
{
    [ProfileParameter("again")]
    public override string? Renamed => "c";

    [ProfileParameter]
    public override decimal? Price => 3.5m;
}

public class Mask : IProfileConverter<string>
{
    public static bool TryFormat(string value, Span<byte> utf8, out int written)
    {
        utf8[0] = (byte)'x';
        written = 1;
        return true;
    }
}
