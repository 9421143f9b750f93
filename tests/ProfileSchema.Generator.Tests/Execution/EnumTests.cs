using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>Enums are sent by name or by number, and only declared values are sent.</summary>
public class EnumTests
{
    private const string Source = """
        namespace One { public enum Tier { Gold } }
        namespace Two { public enum Tier { Lead } }
        public enum Level : sbyte { Low = -1, Lowest = -1, @class = 3, Größe = 4 }
        public enum Nothing { }
        [Profile]
        public partial class P
        {
            [ProfileKey(ProfileKeyKind.PcId)] public int Id;
            [ProfileParameter] public Level Level { get; set; } = Level.Low;
            [ProfileParameter(Format = "D")] public Level? Number { get; set; }
            [ProfileParameter] public One.Tier One { get; set; }
            [ProfileParameter] public Two.Tier? Two { get; set; }
            [ProfileParameter] public Nothing? Nothing { get; set; }
        }
        """;

    [Theory]
    [InlineData("new P()", "&profile.level=low&profile.one=gold")]
    [InlineData(
        "new P { Level = Level.Lowest, Number = Level.Lowest }",
        "&profile.level=low&profile.number=-1&profile.one=gold"
    )]
    [InlineData(
        "new P { Level = Level.@class, Two = Two.Tier.Lead }",
        "&profile.level=class&profile.one=gold&profile.two=lead"
    )]
    [InlineData("new P { Level = Level.Größe }", "&profile.level=gr%C3%B6%C3%9Fe&profile.one=gold")]
    public void Declared_values(string profile, string expected) =>
        Assert.Equal("mboxPC=0" + expected, Executed.Parameters(profile, Source));

    [Theory]
    [InlineData("new P { Level = (Level)9 }", "level")]
    [InlineData("new P { Number = (Level)9 }", "number")]
    [InlineData("new P { Nothing = (Nothing)0 }", "nothing")]
    public void Undefined_values_are_rejected(string profile, string parameter)
    {
        var thrown = Assert.Throws<ProfileValidationException>(() => Executed.Parameters(profile, Source));

        Assert.Equal((RejectionReason.UndefinedEnumValue, parameter), (thrown.Reason, thrown.Parameter));
    }

    /// <summary>Values that follow each other are written from a table, whatever they are counted in and wherever they begin.</summary>
    private const string Tables = """
        public enum Plain { Bronze, Silver, Gold }
        public enum Turned : sbyte { Two = 2, MinusOne = -1, Zero = 0, One = 1, Same = 1 }
        public enum Highest : ulong { Last = ulong.MaxValue, Before = ulong.MaxValue - 1 }
        public enum Lowest : long { First = long.MinValue, Second }
        public enum Fifteen { [ProfileValue("fifteen-letters")] A, B }
        public enum Sixteen { [ProfileValue("sixteen--letters")] A, B }
        public enum Gap : byte { Zero, One, Three = 3 }
        [Profile]
        public partial class T
        {
            [ProfileKey(ProfileKeyKind.PcId)] public int Id;
            [ProfileParameter] public Plain? Plain { get; set; }
            [ProfileParameter] public Turned? Turned { get; set; }
            [ProfileParameter] public Highest? Highest { get; set; }
            [ProfileParameter] public Lowest? Lowest { get; set; }
            [ProfileParameter] public Fifteen? Fifteen { get; set; }
            [ProfileParameter] public Sixteen? Sixteen { get; set; }
            [ProfileParameter] public Gap? Gap { get; set; }
        }
        """;

    [Theory]
    [InlineData("Plain = Plain.Bronze", "plain=bronze")]
    [InlineData("Plain = Plain.Gold", "plain=gold")]
    [InlineData("Turned = Turned.MinusOne", "turned=minusOne")]
    [InlineData("Turned = Turned.Zero", "turned=zero")]
    [InlineData("Turned = Turned.Same", "turned=one")]
    [InlineData("Turned = Turned.Two", "turned=two")]
    [InlineData("Highest = Highest.Before", "highest=before")]
    [InlineData("Highest = Highest.Last", "highest=last")]
    [InlineData("Lowest = Lowest.First", "lowest=first")]
    [InlineData("Lowest = Lowest.Second", "lowest=second")]
    [InlineData("Fifteen = Fifteen.A", "fifteen=fifteen-letters")]
    [InlineData("Sixteen = Sixteen.A", "sixteen=sixteen--letters")]
    [InlineData("Gap = Gap.Three", "gap=three")]
    public void Values_that_follow_each_other(string value, string expected) =>
        Assert.Equal($"mboxPC=0&profile.{expected}", Executed.Parameters($"new T {{ {value} }}", Tables));

    [Theory]
    [InlineData("Plain = (Plain)3")]
    [InlineData("Plain = (Plain)(-1)")]
    [InlineData("Turned = (Turned)3")]
    [InlineData("Turned = (Turned)(-2)")]
    [InlineData("Highest = (Highest)0")]
    [InlineData("Lowest = (Lowest)long.MaxValue")]
    [InlineData("Gap = (Gap)2")]
    public void Undefined_values_beside_those_that_follow_each_other_are_rejected(string value)
    {
        var thrown = Assert.Throws<ProfileValidationException>(() =>
            Executed.Parameters($"new T {{ {value} }}", Tables)
        );

        Assert.Equal(RejectionReason.UndefinedEnumValue, thrown.Reason);
    }
}
