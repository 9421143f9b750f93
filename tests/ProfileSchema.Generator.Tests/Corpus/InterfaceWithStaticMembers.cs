// Rules: PRF007 PRF007
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public System.Numerics.INumber<double>? Number { get; set; }

    [ProfileParameter]
    public System.Numerics.INumber<double>[]? Numbers { get; set; }
}
