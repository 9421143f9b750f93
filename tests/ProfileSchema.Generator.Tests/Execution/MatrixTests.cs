using System.Security.Cryptography;
using System.Text;
using ProfileSchema.Emulator;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>Every kind of type, with every kind of member, under every attribute that suits it.</summary>
public class MatrixTests
{
    private static readonly string[] Types =
    [
        "class",
        "sealed class",
        "record",
        "struct",
        "readonly struct",
        "record struct",
        "readonly record struct",
    ];

    /// <summary>How a member is declared. <c>T</c> is its type, <c>N</c> its name, <c>A</c> its attributes.</summary>
    private static readonly (string Name, string Declaration)[] Members =
    [
        ("init", "A public T N { get; init; }"),
        ("required", "A public required T N { get; init; }"),
        ("private getter", "A public T N { private get; init; }"),
        ("explicit", "A T IHas.N => Hidden_N; public T Hidden_N { get; init; }"),
        ("field", "A public readonly T N;"),
        (
            "nested",
            "[ProfileParameter] public In_N BN { get; init; } public struct In_N { A public T N { get; init; } }"
        ),
        (
            "nested nullable",
            "[ProfileParameter] public In_N? BN { get; init; } public record struct In_N { A public T N { get; init; } }"
        ),
    ];

    /// <summary>Options, type, value, and what stands on the wire, decoded.</summary>
    private static readonly (string Options, string Type, string Value, string Expected)[] Values =
    [
        ("", "string?", "\"å b\"", "å b"),
        ("", "string?", "null", ""),
        ("NullValue = \"NONE\"", "string?", "null", "NONE"),
        ("NullValue = \"NONE\"", "int?", "4", "4"),
        ("Format = \"F2\"", "decimal", "1.5m", "1.50"),
        ("MaxLength = 12", "DateOnly?", "new DateOnly(2026, 11, 23)", "2026-11-23"),
        ("Hash = ProfileHash.Sha256", "string", "\"x\"", "#x"),
        ("Hash = ProfileHash.Sha256Email", "string?", "\" X@y.z\"", "#x@y.z"),
        ("Hash = ProfileHash.Sha256", "long?", "-3", "#-3"),
        ("", "string?[]", "new[] { \"a\", null, \"|\".Replace('|', ';') }", "a|;"),
        ("Separator = ','", "System.Collections.Generic.List<double>", "new() { 1.5, 2 }", "1.5,2"),
        ("Separator = ',', NullValue = \"NONE\"", "System.Collections.Generic.HashSet<int>?", "null", "NONE"),
        ("Format = \"D\"", "DayOfWeek[]?", "new[] { DayOfWeek.Friday }", "5"),
        ("", "DayOfWeek?", "DayOfWeek.Friday", "friday"),
        ("Separator = ';'", "AttributeTargets", "AttributeTargets.Class | AttributeTargets.Enum", "class;enum"),
        ("Format = \"D\"", "AttributeTargets?", "AttributeTargets.Class | AttributeTargets.Enum", "20"),
        ("", "Version?", "new Version(1, 2)", "1.2"),
        ("", "Marked?", "new Marked()", "marked"),
        ("", "Marked[]", "new Marked[2]", "marked|marked"),
        ("", "System.Collections.Immutable.ImmutableArray<string>", "default", ""),
    ];

    private const string Marked = """
        #pragma warning disable CS8618 // Constructors leave to initializers what they do not set.
        [ProfileConverter<MarkedConverter>] public struct Marked { }
        public sealed class MarkedConverter : IProfileConverter<Marked>
        {
            public static bool TryFormat(Marked value, Span<byte> utf8, out int written) =>
                System.Text.Encoding.UTF8.TryGetBytes("marked", utf8, out written);
        }
        """;

    [Fact]
    public async Task Every_combination_arrives_in_both_forms_as_it_is_meant()
    {
        var source = new List<string> { Marked };
        var calls = new List<string>();
        for (int t = 0; t < Types.Length; t++)
        {
            for (int m = 0; m < Members.Length; m++)
            {
                Declare(source, calls, $"P{t}_{m}", Types[t], Members[m]);
            }
        }

        string entry =
            $"internal static class Test {{ public static string[] Run() => new string[] {{ {string.Join(",\n", calls)} }}; }}";
        string[] written = Executed.Run<string[]>(string.Join("\n", source), entry);

        Assert.Equal(Types.Length * Members.Length * 2, written.Length);
        await using TargetEmulator emulator = await TargetEmulator.StartAsync(
            new TargetEmulatorOptions { BulkCallsPerMinute = null },
            TestContext.Current.CancellationToken
        );
        using var http = new HttpClient { BaseAddress = emulator.BaseAddress };
        for (int i = 0; i < written.Length; i += 2)
        {
            string title = $"{Types[i / 2 / Members.Length]}, {Members[i / 2 % Members.Length].Name}";
            AssertArrived(title, await SendAsync(http, emulator.GetAccount($"form{i}"), "profile/update", written[i]));
            AssertArrived(
                title,
                await SendAsync(http, emulator.GetAccount($"batch{i}"), "profile/batchUpdate", written[i + 1])
            );
        }

        Assert.Empty(emulator.Violations);
    }

    /// <summary>Sends the bytes to an account of their own, and gives what the emulator's decoder made of them.</summary>
    private static async Task<StoredProfile> SendAsync(HttpClient http, TargetAccount account, string api, string body)
    {
        account.AddProfile(pcId: "1");
        using var content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded");
        content.Headers.ContentType!.CharSet = null;
        using HttpResponseMessage response = await http.PostAsync(
            new Uri($"/m2/{account.ClientCode}/{api}", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        string reply = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<success>true</success>", reply, StringComparison.Ordinal);
        return account.FindProfile(TargetId.PcId("1"))!;
    }

    private static void Declare(
        List<string> source,
        List<string> calls,
        string type,
        string kind,
        (string Name, string Declaration) member
    )
    {
        string[] words = kind.Split(' ');
        string declared = string.Join(' ', words.Where(word => word is not ("sealed" or "readonly")));
        string modifiers = string.Concat(
            words.Where(word => word is "sealed" or "readonly").Select(word => word + " ")
        );
        bool isExplicit = member.Name == "explicit";
        bool isField = member.Name == "field";
        string bases = isExplicit ? $" : {type}.IHas" : "";
        string created = isField ? $"new {type}()" : $"new {type} {{ {Assignments(member, ",")} }}";
        source.Add(
            $$"""
            [Profile]
            public {{modifiers}}partial {{declared}} {{type}}{{bases}}
            {
                [ProfileKey(ProfileKeyKind.PcId)] public int Id => 1;
                public {{type}}() { {{(isField ? Assignments(member, ";") : "")}} }
                {{(isExplicit ? $"public interface IHas {{ {InterfaceMembers()} }}" : "")}}
                {{string.Join("\n    ", Enumerable.Range(0, Values.Length).Select(v => Member(member.Declaration, v)))}}
            }
            """
        );
        calls.Add($"ProfileSerializer.ToParameterString({created})");
        calls.Add($"ProfileSerializer.ToBatchString(new[] {{ {created} }})");
    }

    private static string Member(string declaration, int v)
    {
        string attribute = Values[v].Options.Length == 0 ? "" : $"({Values[v].Options})";
        return declaration
            .Replace("T ", Values[v].Type + " ", StringComparison.Ordinal)
            .Replace("_N", $"_V{v}", StringComparison.Ordinal)
            .Replace("BN", $"BV{v}", StringComparison.Ordinal)
            .Replace(".N", $".V{v}", StringComparison.Ordinal)
            .Replace(" N", $" V{v}", StringComparison.Ordinal)
            .Replace("A ", $"[ProfileParameter{attribute}] ", StringComparison.Ordinal);
    }

    private static string InterfaceMembers() =>
        string.Concat(Values.Select((value, v) => $"{value.Type} V{v} {{ get; }} "));

    private static string Assignments((string Name, string Declaration) member, string separator) =>
        string.Concat(
            Values.Select(
                (value, v) =>
                    (
                        member.Name switch
                        {
                            "explicit" => $"Hidden_V{v} = {value.Value}",
                            "nested" or "nested nullable" => $"BV{v} = new() {{ V{v} = {value.Value} }}",
                            _ => $"V{v} = {value.Value}",
                        }
                    ) + separator
            )
        );

    private static void AssertArrived(string title, StoredProfile profile)
    {
        bool isNested = title.Contains("nested", StringComparison.Ordinal);
        for (int v = 0; v < Values.Length; v++)
        {
            string name = isNested ? $"bV{v}.v{v}" : $"v{v}";
            string arrived = profile.Attributes.TryGetValue(name, out StoredValue value) ? value.Value : "";
            Assert.Equal((title, Values[v].Type, Meant(v)), (title, Values[v].Type, arrived));
        }

        Assert.Equal(Values.Count(value => value.Expected.Length > 0), profile.Attributes.Count);
    }

    private static string Meant(int v) =>
        Values[v].Expected is ['#', .. var hashed]
            ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(hashed))).ToLowerInvariant()
            : Values[v].Expected;
}
