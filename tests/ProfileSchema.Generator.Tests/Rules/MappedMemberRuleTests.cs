using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Rules;

/// <summary>Rules about contracts for other types, and about attributes in places where they say nothing.</summary>
public class MappedMemberRuleTests
{
    private const string Order =
        "public class Order { public int Id { get; set; } public decimal Total { get; set; } private int Hidden { get; set; } public int Unread { set { } } public static int Shared => 1; public int Method() => Hidden; } ";

    [Theory]
    [InlineData(
        "[ProfileParameter] int? [|Sum|] { get; }",
        "'Order' has no accessible field or property with that name; rename or remove the member"
    )]
    [InlineData("[ProfileParameter] int? [|Hidden|] { get; }", "no accessible field or property")]
    [InlineData("[ProfileParameter] int? [|Unread|] { get; }", "no accessible field or property")]
    [InlineData("[ProfileParameter] int? [|Shared|] { get; }", "no accessible field or property")]
    [InlineData("[ProfileParameter] int? [|Method|] { get; }", "no accessible field or property")]
    [InlineData("[ProfileParameter] [|int|] Total { get; }", "'Order.Total' has type 'decimal'; use that type")]
    public Task Mapped_member_unknown(string member, string message) =>
        Rule.Fires("PRF029", message, Order + Declare("int Id { get; }", member));

    [Fact]
    public Task Key_that_is_mapped_to_nothing() =>
        Rule.Fires(
            "PRF029",
            "'C.Key' doesn't match a member of the target type",
            Order + Declare("int [|Key|] { get; }", "[ProfileParameter] decimal Total { get; }")
        );

    [Theory]
    [InlineData("decimal Total { get; }")]
    [InlineData("decimal? Total { get; }")]
    [InlineData("public decimal Total { get; set; }")]
    public Task Sound_mapped_members(string member) =>
        Rule.IsQuiet(Order + Declare("int Id { get; }", "[ProfileParameter] " + member));

    [Theory]
    [InlineData(
        "[ProfileContractFor<Order>] public partial class [|C|] { BODY public int Default => 1; }",
        "the name 'Default'"
    )]
    [InlineData(
        "[ProfileContractFor<int[]>] public partial class [|C|] { BODY }",
        "annotated for 'int[]'",
        "PRF029",
        "PRF003"
    )]
    [InlineData(
        "[Profile, ProfileContractFor<Order>] public partial class [|C|] { BODY }",
        "more than one contract",
        "PRF023"
    )]
    [InlineData("[ProfileContractFor<Order>] public class [|C|] { BODY }", "'C' must be declared partial", "PRF001:")]
    public Task Class_unusable(string source, string message, params string[] besides)
    {
        string body = "[ProfileKey(ProfileKeyKind.PcId)] int Id { get; } [ProfileParameter] decimal Total { get; }";
        string id = besides is ["PRF001:"] ? "PRF001" : "PRF002";
        return Rule.Fires(
            id,
            message,
            Order + source.Replace("BODY", body, StringComparison.Ordinal),
            besides: besides
        );
    }

    [Theory]
    [InlineData("public class [|D|] : P { [ProfileParameter] public int? B; }")]
    [InlineData(
        "public class M : P { } public record Other; public class [|D|] : M { [ProfileParameter] public int? B { get; set; } }"
    )]
    [InlineData(
        "public abstract class M : P { [ProfileParameter] public int? B { get; set; } } public class [|D|] : M { }"
    )]
    public Task Derived_type_not_annotated(string derived) =>
        Rule.Fires(
            "PRF030",
            "Parameters added by 'D' aren't sent, because it uses the contract of 'P'",
            Profile + derived
        );

    [Theory]
    [InlineData("public class D : P { public int? B; }")]
    [InlineData("[Profile] public partial class D : P { [ProfileParameter] public int? B; }")]
    [InlineData(
        "public abstract class M : P { [ProfileParameter] public int? B { get; set; } } [Profile] public partial class D : M { }"
    )]
    public Task Derived_type_annotated_or_adding_nothing(string derived) => Rule.IsQuiet(Profile + derived);

    [Theory]
    [InlineData("public class D { [[|ProfileValue|](\"x\")] public int? B; }")]
    [InlineData("public struct D { [Obsolete, [|ProfileValue|](\"x\")] public const int B = 1; }")]
    public Task Profile_value_misplaced(string type) =>
        Rule.Fires("PRF032", "[ProfileValue] has no effect on 'D.B'", Profile + type);

    private const string Profile =
        "[Profile] public partial class P { [ProfileKey(ProfileKeyKind.PcId)] public int Id; [ProfileParameter] public int? A; } ";

    private static string Declare(string key, string member) =>
        $"[ProfileContractFor<Order>] public partial class C {{ [ProfileKey(ProfileKeyKind.PcId)] {key} {member} }}";
}
