using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Rules;

/// <summary>Rules about the names of parameters, nested ones among them.</summary>
public class NameRuleTests
{
    [Theory]
    [InlineData("user.a", "profile scripts")]
    [InlineData("browserTime", "Target itself")]
    [InlineData("averageDaysBetweenVisits", "Target itself")]
    [InlineData("sessionCount", "Target itself")]
    [InlineData("activeActivities", "Target itself")]
    [InlineData("activeCampaigns", "Target itself")]
    [InlineData("categoryAffinity", "Target itself")]
    [InlineData("mobile.deviceName", "Target itself")]
    [InlineData("geolocation.city", "Target itself")]
    [InlineData("mboxPC", "the request")]
    [InlineData("mbox", "the request")]
    [InlineData("pcId", "the request")]
    [InlineData("thirdPartyId", "the request")]
    [InlineData("batch", "the request")]
    [Trait("Clause", "NAME-3")]
    public Task Name_reserved(string name, string owner) =>
        Fires(
            "PRF015",
            $"is reserved for {owner}",
            $"[ProfileParameter([|\"{name}\"|])] public int? A {{ get; set; }}"
        );

    [Theory]
    [InlineData("PRF015", "Parameter name 'user.a' of 'Inner.A'", "[ProfileParameter(\"user\")] public Inner? [|A|];")]
    [InlineData("PRF015", "'geolocation.a'", "[ProfileParameter] public Inner? [|Geolocation|];")]
    [InlineData("PRF008", "starts with 'profile.'", "[ProfileParameter] public Inner? [|Profile|];")]
    [InlineData(
        "PRF009",
        "Parameter name 'b.a' is used by both 'Inner.A' and 'P.A'",
        "[ProfileParameter(\"b.a\")] public int? A; [ProfileParameter] public Inner? [|B|];"
    )]
    [InlineData(
        "PRF009",
        "Parameter name 'a'",
        "[ProfileParameter] public int? A; [ProfileParameter(Flatten = true)] public Inner? [|B|];"
    )]
    [InlineData(
        "PRF016",
        "and 'b.a' ('Inner.A') differ only by case",
        "[ProfileParameter(\"b\")] public Inner? A; [ProfileParameter(\"B\")] public Inner? [|B|];"
    )]
    [InlineData("PRF017", "contains 'ö'", "[ProfileParameter(\"ö\")] public Inner? [|B|];")]
    [InlineData(
        "PRF008",
        "'P.B' is empty; specify a name or set Flatten",
        "[ProfileParameter([|\"\"|])] public Inner? B;"
    )]
    [Trait("Clause", "NAME-1")]
    [Trait("Clause", "NAME-3")]
    [Trait("Clause", "NAME-4")]
    public Task Flattened_names_are_checked(string id, string message, string members) => Fires(id, message, members);

    [Theory]
    [InlineData(
        "'a' ('P.A') and 'a.b' ('P.B') overlap",
        "[ProfileParameter(\"a.b\")] public int? B; [ProfileParameter] public int? [|A|];"
    )]
    [InlineData(
        "'a.b.c' ('P.B') and 'a' ('P.A') overlap",
        "[ProfileParameter] public int? A; [ProfileParameter([|\"a.b.c\"|])] public int? B;"
    )]
    [InlineData(
        "'b.a' ('Inner.A') and 'b' ('P.A') overlap",
        "[ProfileParameter(\"b\")] public int? A; [ProfileParameter] public Inner? [|B|];"
    )]
    [Trait("Clause", "NAME-4")]
    public Task Name_that_another_begins_with(string message, string members) => Fires("PRF035", message, members);

    [Fact]
    [Trait("Clause", "NAME-4")]
    public Task Names_that_only_begin_with_the_same_letters() =>
        Rule.IsSilent(
            "[Profile] public partial class P { [ProfileKey(ProfileKeyKind.PcId)] public int Id; [ProfileParameter(\"ab.c\")] public int? A; [ProfileParameter(\"a\")] public int? B; [ProfileParameter(\"ab.d\")] public int? C; }"
        );

    [Theory]
    [InlineData(125)]
    [InlineData(126)]
    [Trait("Clause", "NAME-2")]
    public Task Flattened_name_is_limited(int length)
    {
        string name = new('n', length);
        return length + ".a".Length > 128 - 1 + 1
            ? Fires("PRF008", "shorten it", $"[ProfileParameter(\"{name}x\")] public Inner? [|B|];")
            : Rule.IsSilent(Declare($"[ProfileParameter(\"{name}\")] public Inner? B;"));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("User.a")]
    [InlineData("userName")]
    [InlineData("mobile")]
    [InlineData("BrowserTime")]
    [InlineData("pcid")]
    [InlineData("batches")]
    public Task Names_like_reserved_ones_are_sound(string name) =>
        Rule.IsSilent(Declare($"[ProfileParameter(\"{name}\")] public int? A {{ get; set; }}"));

    [Theory]
    [InlineData("[ProfileParameter(\"a\")] public int? X; [ProfileParameter([|\"A\"|])] public int? Y;")]
    [InlineData("[ProfileParameter] public int? a; [ProfileParameter([|\"A\"|])] public int? Y;")]
    [Trait("Clause", "URL-4")]
    public Task Name_differs_in_case(string members) => Fires("PRF016", "differ only by case", members);

    [Theory]
    [InlineData("\"a b\"", "' '")]
    [InlineData("\"größe\"", "'ö'")]
    [InlineData("\"a😀\"", "'😀'")]
    [InlineData("\"a/b\"", "'/'")]
    [InlineData("\".\"", "an empty part")]
    [InlineData("\"a..b\"", "an empty part")]
    [InlineData("\".a\"", "an empty part")]
    [InlineData("\"a.\"", "an empty part")]
    [Trait("Clause", "NAME-2")]
    public Task Name_unaddressable(string name, string message) =>
        Fires("PRF017", message, $"[ProfileParameter([|{name}|])] public int? A {{ get; set; }}");

    [Theory]
    [InlineData(
        "public class N { [ProfileParameter] public N? Next; }",
        "N? [|A|]",
        "'P.A' is part of a cycle: P → N → N"
    )]
    [InlineData(
        "public class N { [ProfileParameter] public M? M; } public class M { [ProfileParameter] public N? N; }",
        "N? [|A|]",
        "P → N → M → N"
    )]
    [InlineData("public class N { [ProfileParameter] public P? P; }", "N? [|A|]", "P → N → P")]
    [InlineData(
        "public class N<T> { [ProfileParameter] public N<N<T>>? Next; }",
        "N<int>? [|A|]",
        "'P.A' is part of a cycle"
    )]
    [InlineData("public struct N { [ProfileParameter(Flatten = true)] public P? P; }", "N? [|A|]", "P → N → P")]
    public Task Nesting_cyclic(string types, string member, string message) =>
        Rule.Fires("PRF022", message, $"{types} {Declare($"[ProfileParameter] public {member};")}");

    [Fact]
    public Task Cycle_in_a_base_type_is_reported_at_the_profile() =>
        Rule.Fires(
            "PRF022",
            "'Base.A' is part of a cycle",
            "public class Base { [ProfileParameter] public Base? A; } [Profile] public partial class [|P|] : Base { [ProfileKey(ProfileKeyKind.PcId)] public int Id; }"
        );

    [Fact]
    public Task One_type_in_two_places_is_no_cycle() =>
        Rule.IsQuiet(
            Declare(
                "[ProfileParameter] public Inner? B; [ProfileParameter] public Inner? C; [ProfileParameter] public Box<Box<Inner>>? D;"
            ) + "public class Box<T> { [ProfileParameter] public T? Value; }"
        );

    private static Task Fires(string id, string message, string members) => Rule.Fires(id, message, Declare(members));

    private static string Declare(string members) =>
        "public class Inner { [ProfileParameter] public int? A { get; set; } } "
        + $"[Profile] public partial class P {{ [ProfileKey(ProfileKeyKind.PcId)] public int Id {{ get; set; }} {members} }}";
}
