using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>What a contract tells of itself.</summary>
public class ContractTests
{
    private const string Source = """
        namespace Acme;
        public enum Tier { Gold }
        public partial class Outer
        {
            [Profile]
            public partial class Member
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id;
                [ProfileParameter] public string Text { get; set; } = "";
                [ProfileParameter] public string? MaybeText { get; set; }
        #nullable disable
                [ProfileParameter] public string Unknown { get; set; }
        #nullable restore
                [ProfileParameter("sum", Format = "F2")] public decimal? Sum { get; set; }
                [ProfileParameter(Format = "D")] public Tier Tier { get; set; }
            }
        }
        """;

    [Fact]
    public void Parameters_have_name_type_nullability_and_format() =>
        Assert.Equal(
            [
                ("text", "String", false, null),
                ("maybeText", "String", true, null),
                ("unknown", "String", true, null),
                ("sum", "Decimal", true, "F2"),
                ("tier", "Tier", false, "D"),
            ],
            Executed
                .Contract("Acme.Outer.Member", Source)
                .Select(parameter => (parameter.Name, parameter.Type.Name, parameter.IsNullable, parameter.Format))
        );

    [Fact]
    public void Contract_has_its_name_and_key_and_is_one_instance() =>
        Assert.Equal(
            "Member PcId True",
            Executed.Run<string>(
                Source,
                """
                internal static class Test
                {
                    public static string Run()
                    {
                        ProfileContract<Acme.Outer.Member> contract = ProfileContract.Of<Acme.Outer.Member>();
                        bool isSame = ReferenceEquals(contract, ProfileContract.Of<Acme.Outer.Member>());
                        return $"{contract.Name} {contract.KeyKind} {isSame}";
                    }
                }
                """
            )
        );

    [Fact]
    public void Attribute_enums_have_the_values_that_the_generator_reads()
    {
        AssertSame<ProfileNaming>("ProfileSchema.Generator.Parsing.NamingPolicy");
        AssertSame<ProfileKeyKind>("ProfileSchema.Generator.Model.KeyKind");
    }

    private static void AssertSame<T>(string mirror)
        where T : struct, Enum
    {
        Type type = typeof(ProfileGenerator).Assembly.GetType(mirror, throwOnError: true)!;

        Assert.Equal(Enum.GetNames<T>(), Enum.GetNames(type));
        Assert.Equal(
            Enum.GetValues<T>().Select(value => value.ToString("D")),
            Enum.GetValues(type).Cast<Enum>().Select(value => value.ToString("D"))
        );
    }
}
