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
}
