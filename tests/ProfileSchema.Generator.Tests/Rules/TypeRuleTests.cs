using Microsoft.CodeAnalysis.CSharp;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Rules;

/// <summary>Rules about the type that is marked as a profile.</summary>
public class TypeRuleTests
{
    private const string Body =
        "[ProfileKey(ProfileKeyKind.PcId)] public int Id { get; set; } [ProfileParameter] public int A { get; set; }";

    [Theory]
    [InlineData("[Profile] public class [|P|] { BODY }", "'P' is not partial")]
    [InlineData("[Profile] public record [|P|] { BODY }", "add 'partial'")]
    [InlineData("public class [|Outer|] { [Profile] public partial struct P { BODY } }", "'Outer' is not partial")]
    [InlineData("public struct [|A|] { public partial class B { [Profile] public class [|P|] { BODY } } }", "of 'P'")]
    public Task Type_not_partial(string source, string message) => Fires("PRF001", message, source);

    [Theory]
    [InlineData("[Profile] file partial class [|P|] { BODY }", "local to its file")]
    [InlineData("file partial class Outer { [Profile] public partial class [|P|] { BODY } }", "local to its file")]
    [InlineData("[Profile] public ref partial struct [|P|] { BODY }", "a ref struct")]
    public Task Type_unusable(string source, string message) => Fires("PRF002", message, source);

    [Fact]
    public Task Static_type_is_unusable() =>
        Fires("PRF002", "static", "[Profile] public static partial class [|P|] { }", ["PRF003", "PRF012"]);

    [Theory]
    [InlineData("[Profile] public partial class [|P|] { [ProfileKey(ProfileKeyKind.PcId)] public int Id; }")]
    [InlineData(
        "public partial class P { [ProfileKey(ProfileKeyKind.PcId)] public int Id; } [Profile] partial class [|P|] { }"
    )]
    public Task Profile_without_parameters(string source) => Rule.Fires("PRF012", "'P' has no parameters", source);

    [Theory]
    [InlineData(LanguageVersion.CSharp10, "C# 10")]
    [InlineData(LanguageVersion.CSharp7_3, "C# 7.3")]
    public Task Language_too_old(LanguageVersion version, string message) =>
        Rule.Fires("PRF013", message, $"[Profile] public partial class [|P|] {{ {Body} }}", version);

    [Fact]
    public Task Undefined_naming() =>
        Fires(
            "PRF014",
            "use one of CamelCase, SnakeCase, AsDeclared",
            "[Profile(Naming = [|(ProfileNaming)9|])] public partial class P { BODY }"
        );

    [Theory]
    [InlineData("[Profile] public partial class P { BODY }")]
    [InlineData(
        "public partial interface Outer<T> { public partial class Inner { [Profile] internal partial class P { BODY } } }"
    )]
    [InlineData("[Profile(Naming = ProfileNaming.SnakeCase)] public readonly partial struct P { BODY }")]
    [InlineData("[Profile] public abstract partial class P { BODY }")]
    public Task Sound_types(string source) =>
        Rule.IsSilent(
            source.Replace(
                "BODY",
                source.Contains("readonly", StringComparison.Ordinal)
                    ? Body.Replace("set;", "init;", StringComparison.Ordinal)
                    : Body,
                StringComparison.Ordinal
            )
        );

    [Fact]
    public Task Rules_are_for_profiles_only() =>
        Rule.IsSilent(
            $"[Profile] public partial class P {{ {Body} }}",
            """
            public class Plain { [ProfileParameter] public object? A { get; set; } }
            namespace Other
            {
                public class ProfileAttribute : Attribute;
                [Other.Profile] public class Plain { [ProfileParameter("profile.x")] public object? A { get; set; } }
            }
            """.Replace("Attribute;", "Attribute { }", StringComparison.Ordinal)
        );

    private static Task Fires(string id, string message, string source, string[]? besides = null) =>
        Rule.Fires(id, message, source.Replace("BODY", Body, StringComparison.Ordinal), besides: besides);
}
