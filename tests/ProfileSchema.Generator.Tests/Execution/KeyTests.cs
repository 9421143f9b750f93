using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>The key of every type that can be one, in both forms.</summary>
public class KeyTests
{
    [Theory]
    [InlineData("string", "\"a b\"", "a%20b")]
    [InlineData("Guid", "Guid.Empty", "00000000-0000-0000-0000-000000000000")]
    [InlineData("sbyte", "-1", "-1")]
    [InlineData("byte", "1", "1")]
    [InlineData("short", "-2", "-2")]
    [InlineData("ushort", "2", "2")]
    [InlineData("int", "-3", "-3")]
    [InlineData("uint", "3", "3")]
    [InlineData("long", "long.MinValue", "-9223372036854775808")]
    [InlineData("ulong", "ulong.MaxValue", "18446744073709551615")]
    [InlineData("nint", "-5", "-5")]
    [InlineData("nuint", "5", "5")]
    [InlineData("Int128", "Int128.MinValue", "-170141183460469231731687303715884105728")]
    [InlineData("UInt128", "UInt128.MaxValue", "340282366920938463463374607431768211455")]
    [Trait("Clause", "ID-1")]
    public void Types_of_key(string type, string value, string expected)
    {
        string profile = $"new P {{ Id = {value}, A = 1 }}";

        Assert.Equal($"mboxPC={expected}&profile.a=1", Executed.Parameters(profile, Declare(type, "PcId")));
        Assert.Equal($"batch=pcId,a\n{expected},1\n", Executed.Batch("P", profile, Declare(type, "PcId")));
        Assert.Equal(
            $"mbox3rdPartyId={expected}&profile.a=1",
            Executed.Parameters(profile, Declare(type, "ThirdPartyId"))
        );
        Assert.Equal(
            $"batch=thirdPartyId,a\n{expected},1\n",
            Executed.Batch("P", profile, Declare(type, "ThirdPartyId"))
        );
    }

    [Fact]
    public void Key_may_be_sent_as_a_parameter_too() =>
        Assert.Equal(
            "mbox3rdPartyId=7&profile.memberId=7",
            Executed.Parameters(
                "new P { Id = 7 }",
                """
                [Profile]
                public partial class P
                {
                    [ProfileKey(ProfileKeyKind.ThirdPartyId), ProfileParameter("memberId")] public int Id { get; set; }
                }
                """
            )
        );

    [Fact]
    public void Null_in_a_key_that_promises_not_to_be_null_is_rejected()
    {
        var thrown = Assert.Throws<ProfileValidationException>(() =>
            Executed.Parameters("new P { Id = null!, A = 1 }", Declare("string", "PcId"))
        );

        Assert.Equal((RejectionReason.KeyMissing, "P"), (thrown.Reason, thrown.Profile));
    }

    private static string Declare(string type, string kind) =>
        $$"""
            [Profile]
            public partial class P
            {
                [ProfileKey(ProfileKeyKind.{{kind}})] public required {{type}} Id { get; init; }
                [ProfileParameter] public int A { get; init; }
            }
            """;
}
