// The writer turns an exponent into digits.
// Send: new Member { A = 1234.5, B = 1234.5, C = 1234.5 }
// Bytes: mbox3rdPartyId=1&profile.a=1234&profile.b=1230&profile.c=1200
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Format = "E3")]
    public double? A { get; set; }

    [ProfileParameter(Format = "G3")]
    public double? B { get; set; }

    [ProfileParameter(Format = "0.0E+0")]
    public double? C { get; set; }
}
