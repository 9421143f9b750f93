// Send: new Member { Bits = Bits.Low | Bits.High, Number = Bits.High }
// Bytes: mbox3rdPartyId=1&profile.bits=low%3Bhigh&profile.number=9223372036854775808
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Separator = ';')]
    public Bits? Bits { get; set; }

    [ProfileParameter(Format = "D")]
    public Bits? Number { get; set; }
}

[Flags]
public enum Bits : ulong
{
    Low = 1,
    High = 1UL << 63,
}
