using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace ProfileSchema.Generator.Tests.Testing;

/// <summary>A file of the corpus, and what the comments at its top state.</summary>
/// <param name="First">The first version of C# that it is compiled for.</param>
/// <param name="Rules">The rules that are reported, each as often as it is, in order.</param>
/// <param name="Sent">Expressions that make a profile, and what is sent of each.</param>
/// <param name="Alias">The alias of the library, if it has one.</param>
/// <param name="HasLibrary">Whether the file holds another assembly too, where <c>LIBRARY</c> is defined.</param>
internal sealed record CorpusModel(
    string Text,
    LanguageVersion First,
    string[] Rules,
    (string Expression, string Bytes)[] Sent,
    string? Alias,
    bool HasLibrary
)
{
    private const string Mark = "// ";

    private static readonly string[] Keys = ["Languages", "Rules", "Send", "Bytes", "Alias"];

    public static CorpusModel Read(string path)
    {
        string text = File.ReadAllText(path);
        (string Key, string Value)[] header =
        [
            .. text.Split('\n')
                .TakeWhile(line => line.StartsWith(Mark, StringComparison.Ordinal))
                .Select(line => line[Mark.Length..].Split(": ", 2))
                .Where(parts => parts.Length == 2 && !parts[0].Contains(' ', StringComparison.Ordinal))
                .Select(parts => (parts[0], parts[1].Trim())),
        ];
        string[] expressions = All("Send");
        string[] bytes = All("Bytes");
        Assert.Equal(expressions.Length, bytes.Length);
        Assert.All(header, entry => Assert.Contains(entry.Key, Keys));
        return new(
            text,
            Version(All("Languages").SingleOrDefault("12")),
            [.. All("Rules").SelectMany(ids => ids.Split(' ')).Order(StringComparer.Ordinal)],
            [.. expressions.Zip(bytes)],
            All("Alias").SingleOrDefault(),
            text.Contains("#if LIBRARY", StringComparison.Ordinal)
        );

        string[] All(string key) => [.. header.Where(entry => entry.Key == key).Select(entry => entry.Value)];
    }

    /// <summary>Whether it compiles for a version. The preview of an older compiler lacks what came later.</summary>
    public bool Suits(LanguageVersion version) => version >= First && Enum.IsDefined(First);

    /// <summary>The source that makes every profile and returns what is sent of it.</summary>
    public string Entry() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {{(Alias is null ? "" : $"extern alias {Alias};")}}
            internal static class Test
            {
                public static string[] Run() => new string[]
                {
                    {{string.Join(
                        ",\n        ",
                        Sent.Select(sent => $"ProfileSerializer.ToParameterString({sent.Expression})")
                    )}}
                };
            }
            """
        );

    /// <summary>Versions are written as numbers here, since each compiler knows others.</summary>
    private static LanguageVersion Version(string number) =>
        (LanguageVersion)(int.Parse(number, CultureInfo.InvariantCulture) * 100);
}
