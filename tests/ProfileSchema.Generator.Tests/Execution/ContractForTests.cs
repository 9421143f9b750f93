using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>Contracts for types that one cannot edit.</summary>
public class ContractForTests
{
    private const string Order = """
        public class Document { public string Number { get; set; } = "n1"; public int? Length { get; set; } }
        public class Order : Document
        {
            public decimal Total { get; set; } = 9.50m;
            public string[]? Tags { get; set; } = ["a", "b"];
            public DateOnly? Shipped;
            public int? @class { get; set; } = 3;
        }
        """;

    [Fact]
    public void Mapped_members_are_read_from_the_type()
    {
        const string contract = """
            [ProfileContractFor<Order>(Naming = ProfileNaming.SnakeCase)]
            internal partial class OrderContract
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId)] string Number { get; }
                [ProfileParameter("order.total")] decimal Total { get; }
                [ProfileParameter(Separator = ';')] string[] Tags { get; }
                [ProfileParameter] DateOnly? Shipped { get; }
                [ProfileParameter] private int? @class { get; }
            }
            """;

        Assert.Equal(
            "mbox3rdPartyId=n1&profile.order.total=9.50&profile.tags=a%3Bb&profile.class=3|"
                + "batch=thirdPartyId,order.total,tags,shipped,class\nn1,9.50,a%3Bb,,3\n|Order",
            Executed.Run<string>(
                Order,
                contract,
                """
                static class Test
                {
                    public static string Run() => ProfileSerializer.ToParameterString(new Order(), OrderContract.Default)
                        + "|" + ProfileSerializer.ToBatchString(new[] { new Order() }, OrderContract.Default)
                        + "|" + OrderContract.Default.Name;
                }
                """
            )
        );
    }

    [Theory]
    [InlineData("public struct T { public int Id => 1; public int A => 2; }", "T", "new T()")]
    [InlineData(
        "public interface I { int Id { get; } } public interface T : I { int A { get; } } class Impl : T { public int Id => 1; public int A => 2; }",
        "T",
        "(T)new Impl()"
    )]
    [InlineData("public record T<X>(X Id, int A);", "T<int>", "new T<int>(1, 2)")]
    [InlineData(
        "internal class Outer { internal class T { public int Id = 1; internal int A = 2; } }",
        "Outer.T",
        "new Outer.T()"
    )]
    public void Kinds_of_type(string declaration, string type, string value) =>
        Assert.Equal(
            "mboxPC=1&profile.a=2",
            Executed.Run<string>(
                declaration,
                $$"""
                public static partial class Contracts
                {
                    [ProfileContractFor<{{type}}>]
                    public sealed partial class ForT
                    {
                        [ProfileKey(ProfileKeyKind.PcId)] int Id { get; }
                        [ProfileParameter] int A { get; }
                    }
                }
                static class Test
                {
                    public static string Run() => ProfileSerializer.ToParameterString({{value}}, Contracts.ForT.Default);
                }
                """
            )
        );

    [Fact]
    public void Class_that_derives_from_another() =>
        Assert.Equal(
            "mbox3rdPartyId=n1&profile.total=9.50",
            Executed.Run<string>(
                Order,
                """
                [ProfileContractFor<Document>]
                public partial class DocumentContract
                {
                    [ProfileKey(ProfileKeyKind.ThirdPartyId)] string Number { get; }
                    [ProfileParameter] int? Length { get; }
                }
                [ProfileContractFor<Order>]
                public sealed partial class OrderContract : DocumentContract
                {
                    [ProfileParameter] decimal Total { get; }
                }
                static class Test
                {
                    public static string Run() => ProfileSerializer.ToParameterString(new Order(), OrderContract.Default);
                }
                """
            )
        );

    [Fact]
    public void Class_with_a_constructor_of_its_own_and_a_base()
    {
        const string contract = """
            public abstract class Common { [ProfileKey(ProfileKeyKind.ThirdPartyId)] protected abstract string Number { get; } }
            [ProfileContractFor<Order>]
            public abstract partial class OrderContract : Common
            {
                protected OrderContract(int unused) => _ = unused;
                [ProfileParameter] protected abstract decimal Total { get; }
            }
            static class Test
            {
                public static string Run() => ProfileSerializer.ToParameterString(new Order(), OrderContract.Default);
            }
            """;

        Assert.Equal("mbox3rdPartyId=n1&profile.total=9.50", Executed.Run<string>(Order, contract));
    }
}
