using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>Flags are sent as a list of those that are set, or as their number.</summary>
public class FlagsTests
{
    private const string Source = """
        [Flags]
        public enum Perks : byte
        {
            None = 0,
            Lounge = 1,
            [ProfileValue("up-grade")] Upgrade = 2,
            Both = Lounge | Upgrade,
            Partner = 128,
            All = Both | Partner,
        }
        [Flags] public enum Wide : long { [ProfileValue("none")] None, Low = 1, High = long.MinValue, Odd = 6 }
        [Flags] public enum Signed { Low = 1, High = 1 << 31 }
        [Flags] public enum Small : sbyte { Low = 1, High = sbyte.MinValue }
        [Profile]
        public partial class P
        {
            [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;
            [ProfileParameter(Separator = '|')] public Perks? A { get; set; }
            [ProfileParameter(Separator = ';', NullValue = "NIL")] public Perks B { get; set; } = Perks.Partner;
            [ProfileParameter(Format = "D")] public Perks? C { get; set; }
            [ProfileParameter(Separator = ',', MaxLength = 8)] public Wide? D { get; set; }
            [ProfileParameter(Format = "D")] public Wide[]? E { get; set; }
            [ProfileParameter(Separator = '|')] public Signed? F { get; set; }
            [ProfileParameter(Separator = '|')] public Small? G { get; set; }
        }
        """;

    [Theory]
    [InlineData("A = Perks.Lounge", "a=lounge&b=partner")]
    [InlineData("A = Perks.Lounge | Perks.Partner", "a=lounge%7Cpartner&b=partner")]
    [InlineData("A = Perks.All, B = Perks.Both", "a=lounge%7Cup-grade%7Cpartner&b=lounge%3Bup-grade")]
    [InlineData("A = Perks.None, B = 0", "b=NIL")]
    [InlineData("C = Perks.All", "b=partner&c=131")]
    [InlineData("C = Perks.None", "b=partner&c=0")]
    [InlineData("D = Wide.None", "b=partner&d=none")]
    [InlineData("D = Wide.Low | Wide.High", "b=partner&d=low%2Chigh")]
    [InlineData("E = [Wide.Low, Wide.High | Wide.Odd]", "b=partner&e=1%7C-9223372036854775802")]
    [InlineData("F = Signed.Low | Signed.High", "b=partner&f=low%7Chigh")]
    [InlineData("G = Small.High", "b=partner&g=high")]
    public void Declared_flags(string set, string expected) =>
        Assert.Equal(
            "mboxPC=1&profile." + expected.Replace("&", "&profile."),
            Executed.Parameters($"new P {{ {set} }}", Source)
        );

    [Theory]
    [InlineData("A = (Perks)4", "a")]
    [InlineData("A = Perks.Lounge | (Perks)8", "a")]
    [InlineData("C = (Perks)4", "c")]
    [InlineData("D = Wide.Odd", "d")]
    public void Bits_that_are_not_declared_are_rejected(string set, string parameter)
    {
        var thrown = Assert.Throws<ProfileValidationException>(() => Executed.Parameters($"new P {{ {set} }}", Source));

        Assert.Equal((RejectionReason.UndefinedEnumValue, parameter), (thrown.Reason, thrown.Parameter));
    }
}
