using System.Text.RegularExpressions;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Execution;

/// <summary>The examples of docs/reference/schema.md: each compiles without a word from the rules, and produces the bytes below it.</summary>
public partial class SchemaPageTests
{
    private const string Usings = "global using System.Collections.Generic;";

    private static readonly Dictionary<string, (string Code, string[] Bytes)> Examples = Example()
        .Matches(File.ReadAllText(SourceTree.SchemaPage).ReplaceLineEndings("\n"))
        .ToDictionary(
            found => found.Groups["title"].Value,
            found => (found.Groups["code"].Value, found.Groups["bytes"].Value.TrimEnd('\n').Split('\n'))
        );

    public static TheoryData<string> Titles => [.. Examples.Keys];

    [Fact]
    public void Page_has_an_example_of_every_feature() => Assert.Equal(12, Examples.Count);

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Example_produces_the_bytes_below_it(string title)
    {
        (string code, string[] bytes) = Examples[title];
        string[] expression = bytes[0].Split(", OrderContract");
        string contract = expression.Length > 1 ? ", OrderContract" + expression[1] : "";

        await Rule.IsSilent(Usings, code);
        Assert.Equal(bytes[1], Written($"ToParameterString({expression[0]}{contract})", code));
        Assert.Equal(
            $"{bytes[2]}\n{bytes[3]}\n",
            Written($"ToBatchString(new[] {{ {expression[0]} }}{contract})", code)
        );
    }

    private static string Written(string call, string code) =>
        Executed.Run<string>(
            Usings,
            code,
            $"internal static class Test {{ public static string Run() => ProfileSerializer.{call}; }}"
        );

    [GeneratedRegex(
        "\n## (?<title>[^\n]+)\n[^#]*?```csharp\n(?<code>.*?)```\n\n```text\n(?<bytes>.*?)```",
        RegexOptions.Singleline
    )]
    private static partial Regex Example();
}
