using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>The exact bytes of every type of member in every kind of type, from generated code that ran.</summary>
public class MemberTypeTests
{
    private const string Enums = """
        public enum Tier { Bronze = 1, VeryGold = 2 }
        public enum Wide : ulong { None, Most = ulong.MaxValue }
        """;

    /// <summary>Type, value, and what stands on the wire.</summary>
    private static readonly (string Type, string Value, string Expected)[] Members =
    [
        ("string", "\"a b,+|%é😀\"", "a%20b%2C%2B%7C%25%C3%A9%F0%9F%98%80"),
        ("char", "'ß'", "%C3%9F"),
        ("bool", "true", "true"),
        ("sbyte", "-128", "-128"),
        ("byte", "255", "255"),
        ("short", "-32768", "-32768"),
        ("ushort", "65535", "65535"),
        ("int", "-2147483648", "-2147483648"),
        ("uint", "4294967295", "4294967295"),
        ("long", "long.MinValue", "-9223372036854775808"),
        ("ulong", "ulong.MaxValue", "18446744073709551615"),
        ("nint", "-7", "-7"),
        ("nuint", "7", "7"),
        ("Int128", "Int128.MinValue", "-170141183460469231731687303715884105728"),
        ("UInt128", "UInt128.MaxValue", "340282366920938463463374607431768211455"),
        ("Half", "(Half)0.1", "0.1"),
        ("float", "1e10f", "10000000000"),
        ("double", "1.5e-7", "0.00000015"),
        ("decimal", "1.50m", "1.50"),
        ("Guid", "Guid.Parse(\"0F8FAD5B-D9CB-469F-A165-70867728950E\")", "0f8fad5b-d9cb-469f-a165-70867728950e"),
        ("DateTime", "new DateTime(2026, 11, 23, 9, 30, 0, DateTimeKind.Utc)", "2026-11-23T09%3A30%3A00.0000000Z"),
        (
            "DateTimeOffset",
            "new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.FromHours(2))",
            "2026-11-23T09%3A30%3A00.0000000%2B02%3A00"
        ),
        ("DateOnly", "new DateOnly(2026, 11, 23)", "2026-11-23"),
        ("TimeOnly", "new TimeOnly(9, 30)", "09%3A30%3A00.0000000"),
        ("TimeSpan", "TimeSpan.FromHours(49.5)", "2.01%3A30%3A00"),
        ("Uri", "new Uri(\"https://a.example/b?c=d\")", "https%3A%2F%2Fa.example%2Fb%3Fc%3Dd"),
        ("Tier", "Tier.VeryGold", "veryGold"),
        ("Wide", "Wide.Most", "most"),
    ];

    public static TheoryData<string> Kinds =>
        [
            "class P",
            "sealed class P",
            "record P",
            "record class P",
            "struct P",
            "readonly struct P",
            "record struct P",
            "readonly record struct P",
        ];

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Clause", "VALUE-3")]
    [Trait("Clause", "VALUE-7")]
    [Trait("Clause", "NAME-1")]
    public void Values_of_properties(string kind)
    {
        string source = Declare(
            kind,
            Members.Select((member, i) => $"public required {member.Type} M{i} {{ get; init; }}")
        );

        AssertWritten(source, "P", i => Members[i].Value, i => Members[i].Expected);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Values_of_nullable_properties(string kind)
    {
        string source = Declare(kind, Members.Select((member, i) => $"public {member.Type}? M{i} {{ get; init; }}"));

        AssertWritten(source, "P", i => Members[i].Value, i => Members[i].Expected);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Clause", "VALUE-4")]
    public void Null_is_not_sent(string kind)
    {
        string source = Declare(kind, Members.Select((member, i) => $"public {member.Type}? M{i} {{ get; init; }}"));

        AssertWritten(source, "P", _ => "null", i => i == 0 ? "x" : "", first: "\"x\"");
    }

    [Theory]
    [InlineData("class P")]
    [InlineData("struct P")]
    [InlineData("record P")]
    public void Values_of_private_fields(string kind)
    {
        string parameters = string.Join(", ", Members.Select((member, i) => $"{member.Type} m{i}"));
        string assignments = string.Concat(Members.Select((_, i) => $"M{i} = m{i}; "));
        string source = Declare(kind, Members.Select((member, i) => $"private readonly {member.Type} M{i};"))
            .Replace("/**/", $"public P({parameters}) {{ {assignments} }}", StringComparison.Ordinal);
        string values = string.Join(", ", Members.Select(member => member.Value));

        Assert.Equal(
            Form(i => Members[i].Expected),
            Executed.Parameters($"new P({values}) {{ Id = \"k\" }}", source, Enums)
        );
    }

    [Theory]
    [InlineData("record P")]
    [InlineData("record struct P")]
    public void Values_of_positional_members(string kind)
    {
        string members = string.Concat(
            Members.Select((member, i) => $", [property: ProfileParameter] {member.Type} M{i}")
        );
        string source =
            $"[Profile] public partial {kind}([property: ProfileKey(ProfileKeyKind.ThirdPartyId)] string Id{members});";
        string values = string.Concat(Members.Select(member => ", " + member.Value));

        Assert.Equal(Form(i => Members[i].Expected), Executed.Parameters($"new P(\"k\"{values})", source, Enums));
    }

    [Theory]
    [InlineData("public partial class O { BODY }", "O.P")]
    [InlineData("public partial struct O { BODY }", "O.P")]
    [InlineData("public partial record O { BODY }", "O.P")]
    [InlineData("public partial interface O { BODY }", "O.P")]
    [InlineData("namespace A.B { public partial class O<T> where T : class { BODY } }", "A.B.O<string>.P")]
    public void Values_in_nested_types(string outer, string type)
    {
        string body = Declare("class P", Members.Select((member, i) => $"public {member.Type}? M{i} {{ get; init; }}"));

        AssertWritten(
            outer.Replace("BODY", body, StringComparison.Ordinal),
            type,
            i => Members[i].Value,
            i => Members[i].Expected
        );
    }

    [Theory]
    [InlineData("int", "12", "D5", "00012")]
    [InlineData("decimal?", "1234.5m", "F2", "1234.50")]
    [InlineData("double", "2", "0.0", "2.0")]
    [InlineData("DateOnly?", "new DateOnly(2026, 11, 3)", "dd.MM.yyyy", "03.11.2026")]
    [InlineData("Guid", "Guid.Empty", "N", "00000000000000000000000000000000")]
    [InlineData("TimeSpan", "TimeSpan.FromMinutes(90)", "hh", "01")]
    [InlineData("Tier", "Tier.VeryGold", "D", "2")]
    [InlineData("Wide?", "Wide.Most", "d", "18446744073709551615")]
    [InlineData("string", "\"x\"", "", "x")]
    public void Formats(string type, string value, string format, string expected)
    {
        string source = $$"""
            [Profile]
            public partial class P
            {
                [ProfileKey(ProfileKeyKind.ThirdPartyId)] public required string Id { get; init; }
                [ProfileParameter(Format = "{{format}}")] public required {{type}} A { get; init; }
            }
            """;

        string actual = Executed.Parameters($"new P {{ Id = \"k\", A = {value} }}", source, Enums);

        Assert.Equal($"mbox3rdPartyId=k&profile.a={expected}", actual);
    }

    private static string Declare(string kind, IEnumerable<string> members)
    {
        string[] words = kind.Split(' ');
        string modifiers = string.Concat(
            words.Where(word => word is "sealed" or "readonly").Select(word => word + " ")
        );
        string declared = string.Join(' ', words.Where(word => word is not ("sealed" or "readonly")));
        string id = "[ProfileKey(ProfileKeyKind.ThirdPartyId)] public required string Id { get; init; }";
        string body = string.Join("\n    ", members.Select(member => $"[ProfileParameter] {member}"));
        return $"[Profile] public {modifiers}partial {declared}\n{{\n    /**/\n    {id}\n    {body}\n}}\n";
    }

    private static string Form(Func<int, string> expected) =>
        "mbox3rdPartyId=k"
        + string.Concat(Members.Select((_, i) => expected(i) is { Length: > 0 } value ? $"&profile.m{i}={value}" : ""));

    private static void AssertWritten(
        string source,
        string type,
        Func<int, string> value,
        Func<int, string> expected,
        string? first = null
    )
    {
        string values = string.Concat(
            Members.Select((_, i) => $", M{i} = {(i == 0 && first is not null ? first : value(i))}")
        );
        string profile = $"new {type} {{ Id = \"k\"{values} }}";
        string header = string.Concat(Members.Select((_, i) => $",m{i}"));
        string row = string.Concat(Members.Select((_, i) => "," + expected(i))).TrimEnd(',');

        Assert.Equal(Form(expected), Executed.Parameters(profile, source, Enums));
        Assert.Equal($"batch=thirdPartyId{header}\nk{row}\n", Executed.Batch(type, profile, source, Enums));
    }
}
