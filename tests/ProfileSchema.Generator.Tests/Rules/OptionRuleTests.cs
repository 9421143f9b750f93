using System.Globalization;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Rules;

/// <summary>Rules about what the attributes of a member ask for.</summary>
public class OptionRuleTests
{
    [Theory]
    [InlineData("int", "Q")]
    [InlineData("double", "D")]
    [InlineData("decimal", "X2")]
    [InlineData("Guid", "X9")]
    [InlineData("DateTime", "q")]
    [InlineData("DateOnly", "HH:mm")]
    [InlineData("DateOnly", "t")]
    [InlineData("DateOnly", "yyyy:MM:dd")]
    [InlineData("TimeOnly", "HH/mm")]
    [InlineData("TimeOnly", "yyyy")]
    [InlineData("TimeOnly", "d")]
    [InlineData("TimeSpan", "yyyy")]
    [InlineData("Half", "D")]
    [InlineData("int[]", "Q")]
    [InlineData("TimeOnly", "HH k")]
    public Task Format_unknown_to_the_type(string type, string format) =>
        Fires(
            "PRF011",
            "use a format that the type supports",
            $"[ProfileParameter(Format = [|\"{format}\"|])] public {type}? A;"
        );

    [Theory]
    [InlineData("decimal", "F100")]
    [InlineData("Int128", "R2000000000")]
    public Task Format_of_too_many_digits(string type, string format) =>
        Fires(
            "PRF011",
            "use a precision of at most 99",
            $"[ProfileParameter(Format = [|\"{format}\"|])] public {type}? A;"
        );

    [Theory]
    [InlineData("DateOnly")]
    [InlineData("TimeOnly")]
    public async Task Formats_of_dates_and_times_that_the_framework_refuses_are_reported(string type)
    {
        IFormattable value = type == "DateOnly" ? new DateOnly(2026, 11, 23) : new TimeOnly(21, 30);
        string[] formats =
        [
            .. Enumerable
                .Range(' ', 95)
                .Select(c => $"{(char)c}_")
                .Where(format => !"\"'\\%_".Contains(format[0], StringComparison.Ordinal)),
        ];
        string members = string.Concat(
            formats.Select((format, i) => $"[ProfileParameter(Format = \"{format}\")] public {type}? A{i};\n")
        );

        IEnumerable<Diagnostic> found = await Analysis.Of(GeneratorRun.Of(Source.Compile([Declare(members)])).Output);

        Assert.Superset(
            formats.Where(format => !Knows(value, format)).ToHashSet(),
            found
                .Where(diagnostic => diagnostic.Id == "PRF011")
                .Select(diagnostic =>
                    diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start + 1, 2)
                )
                .ToHashSet()
        );

        static bool Knows(IFormattable value, string format)
        {
            try
            {
                return value.ToString(format, CultureInfo.InvariantCulture).Length >= 0;
            }
            catch (FormatException)
            {
                return false;
            }
        }
    }

    [Theory]
    [InlineData("int", "N0", "group separators")]
    [InlineData("decimal", "#,##0.00", "group separators")]
    [InlineData("decimal", "C", "group separators")]
    [InlineData("byte", "C0", "a currency or percent symbol")]
    [InlineData("double", "P1", "group separators")]
    [InlineData("float", "0.0%", "a currency or percent symbol")]
    [InlineData("decimal", "0.0e+0 EUR", "an exponent")]
    [InlineData("decimal", "0.00;(0.00)", "writes negative numbers as '(1234567.89)'")]
    [InlineData("int", "0;0", "drops the sign of negative numbers")]
    [InlineData("double", "0.00;-;zero", "writes zero as 'zero'")]
    [InlineData("sbyte", "0;minus 0", "writes negative numbers as 'minus 127'")]
    [InlineData("DateTime", "d", "a culture-specific pattern")]
    [InlineData("DateTimeOffset", "G", "a culture-specific pattern")]
    [InlineData("DateOnly", "dd MMM yyyy", "localized text")]
    [InlineData("TimeOnly", "h:mm tt", "localized text")]
    [InlineData("TimeSpan", "g", "the decimal separator of the culture")]
    [Trait("Clause", "VALUE-3")]
    public Task Format_uncomparable(string type, string format, string message) =>
        Fires("PRF018", message, $"[ProfileParameter(Format = [|\"{format}\"|])] public {type}? A;");

    [Theory]
    [InlineData("int", "D5")]
    [InlineData("int", "X8")]
    [InlineData("int", "X")]
    [InlineData("sbyte", "B")]
    [InlineData("decimal", "F2")]
    [InlineData("decimal", "0.##")]
    [InlineData("decimal", "0.0e+0")]
    [InlineData("double", "E2")]
    [InlineData("double", "G3")]
    [InlineData("uint", "0;none")]
    [InlineData("int", "0;-0;0")]
    [InlineData("double", "R")]
    [InlineData("double", "G17")]
    [InlineData("float", "G")]
    [InlineData("Guid", "N")]
    [InlineData("DateTime", "s")]
    [InlineData("DateTime", "yyyy-MM-ddTHH:mm:ssK")]
    [InlineData("DateTimeOffset", "r")]
    [InlineData("DateOnly", "yyyy-MM-dd")]
    [InlineData("DateOnly", "yyyy 'hH'")]
    [InlineData("TimeOnly", "HH:mm")]
    [InlineData("TimeOnly", "HH\\\\d")]
    [InlineData("TimeSpan", "c")]
    [InlineData("TimeSpan", "hh\\\\:mm")]
    [InlineData("UInt128", "D")]
    [InlineData("Version", "anything")]
    public Task Sound_formats(string type, string format) =>
        Rule.IsQuiet(Declare($"[ProfileParameter(Format = \"{format}\")] public {type}? A {{ get; set; }}"));

    [Theory]
    [InlineData("'a'", "'a'")]
    [InlineData("'ß'", "a letter or digit")]
    [InlineData("'7'", "'7'")]
    [InlineData("'\\ud83d'", "an unpaired surrogate")]
    [InlineData("'\\0'", "not a visible character")]
    [Trait("Clause", "VALUE-5")]
    public Task Separator_unusable(string separator, string message) =>
        Fires("PRF019", message, $"[ProfileParameter(Separator = [|{separator}|])] public string[]? A;");

    [Theory]
    [InlineData("Separator = [|'-'|]", "Guid[]?")]
    [InlineData("Separator = [|'-'|]", "System.Collections.Generic.List<DateOnly>?")]
    [InlineData("Separator = [|':'|]", "DateTimeOffset[]?")]
    [InlineData("Separator = [|':'|]", "TimeSpan?[]?")]
    [InlineData("Separator = [|'.'|], Format = \"dd.MM.yyyy\"", "DateTime[]?")]
    [Trait("Clause", "VALUE-5")]
    public Task Separator_that_every_element_contains(string options, string type) =>
        Fires("PRF019", "part of every value", $"[ProfileParameter({options})] public {type} A;");

    [Theory]
    [InlineData("Separator = '-', Format = \"N\"", "Guid[]?")]
    [InlineData("Separator = '-', Format = \"yyyyMMdd\"", "DateOnly[]?")]
    [InlineData("Separator = '-'", "int[]?")]
    [InlineData("Separator = '-', Hash = ProfileHash.Sha256", "Guid[]?")]
    [InlineData("Separator = '/'", "Guid[]?")]
    [Trait("Clause", "VALUE-5")]
    public Task Separator_that_elements_need_not_contain(string options, string type) =>
        Rule.IsSilent(Declare($"[ProfileParameter({options})] public {type} A;"));

    [Theory]
    [InlineData("string[]?")]
    [InlineData("F?")]
    [InlineData("int[]?")]
    public Task NullValue_that_contains_the_separator(string type) =>
        Rule.Fires(
            "PRF020",
            "contains the separator ';'",
            Declare($"[ProfileParameter(Separator = ';', NullValue = [|\"a;b\"|])] public {type} A;")
                + " [Flags] public enum F { A = 1 }"
        );

    [Theory]
    [InlineData("NullValue = [|\"none\"|]", "E?")]
    [InlineData("NullValue = [|\"none\"|]", "E[]?")]
    [InlineData("NullValue = [|\"0\"|], Format = \"D\"", "E?")]
    public Task NullValue_that_a_value_of_the_enum_is_sent_as(string options, string type) =>
        Rule.Fires(
            "PRF026",
            "'null' and 'E.None' both map to",
            Declare($"[ProfileParameter({options})] public {type} A;") + " public enum E { None, Some }"
        );

    [Theory]
    [InlineData("string?", "\"\"", "is empty")]
    [InlineData("string?", "\" \"", "is empty")]
    [InlineData("int", "\"NONE\"", "is never used")]
    [InlineData("DayOfWeek", "\"NONE\"", "is never used")]
    [InlineData("string?", "\"\\ud83d\"", "an unpaired surrogate")]
    [Trait("Clause", "VALUE-4")]
    public Task NullValue_unusable(string type, string value, string message) =>
        Fires("PRF020", message, $"[ProfileParameter(NullValue = [|{value}|])] public {type} A;");

    [Fact]
    public Task NullValue_too_long() =>
        Fires("PRF020", "longer than", "[ProfileParameter(NullValue = [|\"NONE\"|], MaxLength = 3)] public string? A;");

    [Theory]
    [InlineData("C", "int?", "IProfileConverter<int>", "class C { }")]
    [InlineData(
        "C",
        "int",
        "'C' can't convert 'P.A'",
        "class C : IProfileConverter<long> { public static bool TryFormat(long v, Span<byte> u, out int w) { w = 0; return true; } }"
    )]
    public Task Converter_unusable(string converter, string type, string message, string types) =>
        Rule.Fires(
            "PRF021",
            message,
            $"{Declare($"[ProfileParameter, [|ProfileConverter<{converter}>|]] internal {type} A {{ get; set; }}")} {types}"
        );

    [Fact]
    public Task Converter_of_a_type_is_reported_at_the_member() =>
        Rule.Fires(
            "PRF021",
            "'C' can't convert 'P.A'",
            Declare("[ProfileParameter] public T [|A|];")
                + " [ProfileConverter<C>] public struct T { } public class C { }"
        );

    [Theory]
    [InlineData("public [|int|] A { get; set; }")]
    [InlineData("public [|DateOnly|] A { get; init; }")]
    [InlineData("public [|bool|] A;")]
    [InlineData("private [|Guid|] A { get; set; }")]
    [Trait("Clause", "VALUE-4")]
    public Task Default_overwrites(string member) =>
        Fires("PRF023", "'P.A' is not nullable", "[ProfileParameter] " + member);

    [Theory]
    [InlineData("public int? A { get; set; }")]
    [InlineData("public required int A { get; set; }")]
    [InlineData("public int A { get; set; } = 1;")]
    [InlineData("public int A { get; }")]
    [InlineData("public int A => 1;")]
    [InlineData("public int A { get => 1; set { } }")]
    [InlineData("public readonly int A;")]
    [InlineData("public int A = 1;")]
    [InlineData("public DayOfWeek A { get; set; }")]
    [InlineData("public string A { get; set; } = \"\";")]
    public Task Chosen_values_do_not_overwrite(string member) => Rule.IsQuiet(Declare("[ProfileParameter] " + member));

    [Theory]
    [InlineData("[ProfileParameter] public [|F|] A;")]
    [InlineData("[ProfileParameter(\"a\", MaxLength = 10)] public [|F?|] A { get; set; }")]
    [Trait("Clause", "VALUE-5")]
    public Task Flags_without_separator(string member) =>
        Rule.Fires("PRF024", "has [Flags] type", Declare(member) + " [Flags] public enum F { A = 1 }");

    [Theory]
    [InlineData("[ProfileParameter(Separator = '|')] public F A;")]
    [InlineData("[ProfileParameter(Format = \"D\")] public F A;")]
    public Task Flags_with_separator(string member) =>
        Rule.IsSilent(Declare(member) + " [Flags] public enum F { A = 1 }");

    [Theory]
    [InlineData("[ProfileValue(\"\")] A", "'E.A' of parameter 'P.A' maps to an empty value")]
    [InlineData("[ProfileValue(null!)] A", "an empty value")]
    [InlineData("[ProfileValue(\"\\ude00\")] A", "an unpaired surrogate")]
    [InlineData("[ProfileValue(\"abcdefghi\")] A", "more than the 8 characters")]
    [InlineData("Abcdefghi", "more than the 8 characters")]
    public Task Enum_text_unusable(string constants, string message) =>
        Rule.Fires(
            "PRF025",
            message,
            Declare("[ProfileParameter(MaxLength = 8)] public [|E?|] A;") + $" public enum E {{ {constants} }}"
        );

    [Fact]
    public Task Flag_that_contains_the_separator() =>
        Rule.Fires(
            "PRF025",
            "which contains the separator '-'",
            Declare("[ProfileParameter(Separator = '-')] public [|E?|] A;")
                + " [Flags] public enum E { [ProfileValue(\"a-b\")] A = 1 }"
        );

    [Theory]
    [InlineData("|", "")]
    [InlineData("-", ", Separator = '-'")]
    public Task Element_that_contains_the_separator(string separator, string options) =>
        Rule.Fires(
            "PRF025",
            $"which contains the separator '{separator}'",
            Declare($"[ProfileParameter(\"a\"{options})] public [|E[]?|] A;")
                + $" public enum E {{ [ProfileValue(\"a{separator}b\")] A = 1 }}"
        );

    [Theory]
    [InlineData("", "A = 1, B = 2, All = ~0")]
    [InlineData("", "A = 1, All = 3")]
    [InlineData(": sbyte", "A = 1, All = -1")]
    [InlineData(": ulong", "A = 1, All = ulong.MaxValue")]
    public Task Flag_undeclared(string underlying, string constants) =>
        Rule.Fires(
            "PRF033",
            "'E.All' contains bits without a declared flag, so 'P.A' values that use it are rejected",
            Declare("[ProfileParameter(Separator = '|')] public [|E?|] A;")
                + $" [System.Flags] public enum E {underlying} {{ {constants} }}"
        );

    [Theory]
    [InlineData("", "None, A = 1, B = 2, Both = 3, C = 1 << 31, All = A | B | C")]
    [InlineData(": byte", "A = 1, B = 2, C = 4, D = 8, E = 16, F = 32, G = 64, H = 128, All = 255")]
    [InlineData(": sbyte", "A = 1, B = sbyte.MinValue, Both = A | B")]
    [InlineData(": long", "A = 1, B = long.MinValue, Both = A | B")]
    public Task Flags_of_declared_ones(string underlying, string constants) =>
        Rule.IsSilent(
            Declare("[ProfileParameter(Separator = '|')] public E? A;")
                + $" [System.Flags] public enum E {underlying} {{ {constants} }}"
        );

    [Theory]
    [InlineData("[ProfileValue(\"x\")] A, [ProfileValue(\"x\")] B")]
    [InlineData("X, [ProfileValue(\"x\")] B")]
    [InlineData("X, x")]
    public Task Enum_text_repeated(string constants) =>
        Rule.Fires(
            "PRF026",
            "both map to 'x'",
            Declare("[ProfileParameter] public [|E?|] A;") + $" public enum E {{ {constants} }}"
        );

    [Theory]
    [InlineData("A, B = A")]
    [InlineData("[ProfileValue(\"x\")] A, B = A")]
    [InlineData("[ProfileValue(\"x\")] A, [ProfileValue(\"X\")] B")]
    public Task Sound_enums(string constants) =>
        Rule.IsQuiet(Declare("[ProfileParameter] public E? A;") + $" public enum E {{ {constants} }}");

    [Theory]
    [InlineData("Hash = [|ProfileHash.Sha256Email|]", "Guid", "use Sha256, or change the type to string")]
    [InlineData("Hash = [|ProfileHash.Sha256Phone|]", "long?", "use Sha256")]
    [InlineData("Hash = [|ProfileHash.Sha256|]", "double?", "remove Hash")]
    [InlineData("Hash = [|ProfileHash.Sha256|]", "bool?", "'bool'")]
    [InlineData("Hash = [|ProfileHash.Sha256|]", "DayOfWeek?", "'DayOfWeek'")]
    [InlineData("Hash = [|ProfileHash.Sha256|]", "Uri?", "use string or remove Hash")]
    [InlineData("Hash = [|ProfileHash.Sha256|]", "Version?", "change the type to string")]
    [InlineData("Hash = [|ProfileHash.Sha256Email|]", "int[]?", "change the type to string")]
    [Trait("Clause", "HASH-1")]
    public Task Hash_unsuitable(string option, string type, string message) =>
        Fires("PRF028", message, $"[ProfileParameter({option})] public {type} A {{ get; set; }}");

    [Fact]
    public Task Hash_unsuitable_for_a_key() =>
        Rule.Fires(
            "PRF028",
            "isn't valid for 'P.Id' of type 'int'",
            "[Profile] public partial class P { [ProfileKey(ProfileKeyKind.PcId, Hash = [|ProfileHash.Sha256Email|])] public int Id; [ProfileParameter] public int? A; }"
        );

    [Fact]
    public Task Undefined_hash() =>
        Fires("PRF014", "use one of None, Sha256", "[ProfileParameter(Hash = [|(ProfileHash)9|])] public string? A;");

    [Theory]
    [InlineData("Separator = [|'|'|]", "string?", "the member isn't a collection")]
    [InlineData("Flatten = [|true|]", "string?", "the member isn't a nested object")]
    [InlineData("MaxLength = [|0|]", "string?", "use at least 1")]
    [InlineData("MaxLength = [|-1|]", "int?", "use at least 1")]
    [InlineData("MaxLength = [|4|]", "bool?", "use at least 5")]
    [InlineData("MaxLength = [|20|]", "Guid?", "use at least 36")]
    [InlineData("MaxLength = [|20|], Format = \"N\"", "Guid[]?", "use at least 32")]
    [InlineData("MaxLength = [|5|]", "DateOnly?", "use at least 10")]
    [InlineData("MaxLength = [|10|]", "DateTime?", "use at least 27")]
    [InlineData("MaxLength = [|5|]", "TimeOnly?", "use at least 16")]
    [InlineData("MaxLength = [|63|], Hash = ProfileHash.Sha256", "string?", "use at least 64")]
    [InlineData("Separator = [|'|'|], Format = \"D\"", "F?", "the member isn't a collection")]
    [InlineData("Format = [|\"x\"|]", "T?", "the converter produces the text")]
    [InlineData("Hash = [|ProfileHash.Sha256|]", "T[]?", "compute the hash in the converter")]
    [InlineData(
        "Format = [|\"x\"|]",
        "Inner?",
        "Format can't be used on 'P.A': nested objects don't support this option"
    )]
    [InlineData("NullValue = [|\"x\"|]", "Inner?", "set it on the members")]
    [InlineData("Separator = [|'|'|]", "Inner", "set it on the members")]
    [InlineData("MaxLength = [|9|]", "Inner", "set it on the members")]
    [InlineData("Hash = [|ProfileHash.Sha256|]", "Inner", "set it on the members")]
    [InlineData("IsPersonalData = [|true|]", "Inner", "set it on the members")]
    [InlineData("\"x\", Flatten = [|true|]", "Inner", "it removes the name that is specified")]
    public Task Option_unsuitable(string options, string type, string message) =>
        Rule.Fires(
            "PRF031",
            message,
            Declare(
                $"[ProfileParameter({options})] public {type} A {{ get; set; }}{(type == "Inner" ? " = new();" : "")}"
            )
                + " [Flags] public enum F { A = 1 } public class Inner { [ProfileParameter] public int? X; }"
                + " [ProfileConverter<C>] public struct T { }"
                + " public class C : IProfileConverter<T> { public static bool TryFormat(T v, Span<byte> u, out int w) { w = 0; return true; } }"
        );

    private static Task Fires(string id, string message, string member) => Rule.Fires(id, message, Declare(member));

    private static string Declare(string member) =>
        $"[Profile] public partial class P {{ [ProfileKey(ProfileKeyKind.PcId)] public int Id {{ get; set; }} {member} }}";
}
