using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>Nested data is flattened under names joined by dots.</summary>
[Trait("Clause", "NAME-4")]
public class NestingTests
{
    private const string Source = """
        namespace Geo
        {
            public abstract class Place { [ProfileParameter] public string? Country { get; init; } }
            public interface IHasCode { string? Code { get; } }
            public class Address : Place, IHasCode
            {
                [ProfileParameter] public string? City { get; init; }
                [ProfileParameter("zip", NullValue = "NONE")] public string? PostCode { get; init; }
                [ProfileParameter] public Point Point { get; init; }
                [ProfileParameter] public Point? Area { get; init; }
                [ProfileParameter] string? IHasCode.Code => City?[..1];
                public string? Unmarked { get; init; }
            }
            public readonly record struct Point([property: ProfileParameter] int? X, [property: ProfileParameter] int? Y);
            public interface INamed { [ProfileParameter] string? Name { get; } }
            public interface ITitled : INamed { [ProfileParameter] string? Title { get; } }
            public record Person(string? Name, string? Title) : ITitled;
        }

        [Profile(Naming = ProfileNaming.SnakeCase)]
        public partial record P
        {
            [ProfileKey(ProfileKeyKind.PcId)] public int Id { get; init; }
            [ProfileParameter] public Geo.Address? HomeAddress { get; init; }
            [ProfileParameter("w")] public Geo.Address Work { get; init; } = new();
            [ProfileParameter(Flatten = true)] public Geo.Point? Here { get; init; }
            [ProfileParameter] public Geo.ITitled? Boss { get; init; }
            [ProfileParameter] public int? Last { get; init; }
        }
        """;

    [Fact]
    public void Names_are_joined_in_order_of_declaration_bases_first()
    {
        string header = Executed.Batch("P", "new P { Last = 1 }", Source).Split('\n')[0];

        Assert.Equal(
            "batch=pcId,home_address.country,home_address.city,home_address.zip,home_address.point.x,home_address.point.y,"
                + "home_address.area.x,home_address.area.y,home_address.code,"
                + "w.country,w.city,w.zip,w.point.x,w.point.y,w.area.x,w.area.y,w.code,x,y,boss.name,boss.title,last",
            header
        );
    }

    [Theory]
    [InlineData(
        "new P { HomeAddress = new() { City = \"Oslo\", Country = \"NO\", Point = new(1, null), Area = new(2, 3), Unmarked = \"u\" } }",
        "home_address.country=NO&home_address.city=Oslo&home_address.zip=NONE&home_address.point.x=1&home_address.area.x=2&home_address.area.y=3&home_address.code=O&w.zip=NONE"
    )]
    [InlineData("new P { Work = null!, Here = new(7, 8), Last = 9 }", "x=7&y=8&last=9")]
    [InlineData("new P { Work = null!, Boss = new Geo.Person(\"N\", \"T\") }", "boss.name=N&boss.title=T")]
    public void Values_of_nested_objects(string profile, string expected) =>
        Assert.Equal("mboxPC=0&profile." + expected.Replace("&", "&profile."), Executed.Parameters(profile, Source));

    [Fact]
    [Trait("Clause", "VALUE-4")]
    public void Null_nested_object_leaves_each_field_empty_and_sends_no_null_replacement() =>
        Assert.Equal(
            "0" + new string(',', 21) + "5",
            Executed.Batch("P", "new P { Work = null!, Last = 5 }", Source).Split('\n')[1]
        );

    [Fact]
    public void Nested_object_is_read_once()
    {
        const string counting = """
            public class Inner { [ProfileParameter] public int? A { get; set; } = 1; [ProfileParameter] public int? B { get; set; } = 2; }
            [Profile]
            public partial class P
            {
                private int _reads;
                [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;
                [ProfileParameter] public Inner? Inner { get { _reads++; return new Inner(); } }
                [ProfileParameter] public int[]? Many { get { _reads++; return [4]; } }
                [ProfileParameter] public int? Reads => _reads;
            }
            """;

        Assert.Equal(
            "mboxPC=1&profile.inner.a=1&profile.inner.b=2&profile.many=4&profile.reads=2",
            Executed.Parameters("new P()", counting)
        );
    }

    [Fact]
    public void Nested_objects_of_generic_types_take_their_arguments() =>
        Assert.Equal(
            "mboxPC=1&profile.pair.first=1&profile.pair.second.first=a&profile.pair.second.second=true",
            Executed.Parameters(
                "new P()",
                """
                public record Pair<A, B>([property: ProfileParameter] A First, [property: ProfileParameter] B Second);
                public abstract class Base<T> { [ProfileParameter] public T? Pair { get; set; } }
                [Profile]
                public partial class P : Base<Pair<int, Pair<string, bool>>>
                {
                    public P() => Pair = new(1, new("a", true));
                    [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;
                }
                """
            )
        );

    [Fact]
    public void Nested_object_from_another_assembly() =>
        Assert.Equal(
            "mboxPC=1&profile.home.city=Oslo",
            Executed.ParametersWith(
                "public class Address { [ProfileParameter] public string? City { get; set; } }",
                "new P { Home = new() { City = \"Oslo\" } }",
                """
                [Profile]
                public partial class P
                {
                    [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;
                    [ProfileParameter] public Address? Home { get; set; }
                }
                """
            )
        );
}
