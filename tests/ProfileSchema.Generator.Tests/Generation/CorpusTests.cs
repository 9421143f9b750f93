using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Generation;

/// <summary>Hostile models, one a file in <c>Corpus</c>. The comments at the top of a file state what is expected of it.</summary>
/// <remarks>
/// <para><c>// Rules: PRF007 PRF011</c>: the rules that are reported, each as often as it is. Without it there are none.</para>
/// <para><c>// Send: EXPRESSION</c> and <c>// Bytes: …</c>: what is sent of a profile. There may be several pairs.</para>
/// <para><c>// Languages: 13</c>: the first version of C#. Without it that is 12. The last is always the preview.</para>
/// <para><c>// Alias: NAME</c>: an alias of the other assembly, which the file contains between <c>#if LIBRARY</c> and <c>#else</c>.</para>
/// <para>
/// Whatever the model, generator and analyzers do not throw, and generated code compiles without an error or a warning. The
/// model's own part compiles too: its mistakes are reported by the rules only.
/// </para>
/// </remarks>
public class CorpusTests
{
    private static string Folder => Path.Combine(SourceTree.ProjectDirectory, "Corpus");

    public static TheoryData<string> Models() =>
        [.. Directory.GetFiles(Folder, "*.cs").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Model_is_reported_and_sent_as_its_file_states_in_the_first_and_last_version(string file)
    {
        CorpusModel model = Read(file);
        LanguageVersion[] versions = Versions(model);

        foreach (LanguageVersion version in versions.Take(1).Union(versions.TakeLast(1)))
        {
            await AssertOutcome(model, version);
        }
    }

    [Theory(Explicit = true)]
    [Trait("Category", "Heavy")]
    [MemberData(nameof(Models))]
    public async Task Model_is_reported_and_sent_as_its_file_states_in_the_versions_between(string file)
    {
        CorpusModel model = Read(file);

        foreach (LanguageVersion version in Versions(model).Skip(1).SkipLast(1))
        {
            await AssertOutcome(model, version);
        }
    }

    private static CorpusModel Read(string file) => CorpusModel.Read(Path.Combine(Folder, file));

    /// <summary>None, where the compiler is too old for the model.</summary>
    private static LanguageVersion[] Versions(CorpusModel model) =>
        [.. Source.SupportedVersions.Where(version => model.Suits(version)).Order()];

    private static async Task AssertOutcome(CorpusModel model, LanguageVersion version)
    {
        string[] sent = await Outcome(model, version);

        Assert.Equal(model.Sent.Select(expected => expected.Bytes), sent);
    }

    private static async Task<string[]> Outcome(CorpusModel model, LanguageVersion version)
    {
        Compilation? library = model.HasLibrary
            ? GeneratorRun
                .Of(Source.Compile([model.Text], version, symbols: ["LIBRARY"]).WithAssemblyName("Library"))
                .AssertCompiles()
                .Output
            : null;
        string[] files = model.Sent.Length > 0 ? [model.Text, model.Entry()] : [model.Text];
        GeneratorRun run = GeneratorRun.Of(Executed.Refer(Source.Compile(files, version), library, model.Alias));
        Diagnostic[] found = [.. await Analysis.Of(run.Output)];
        string[] reported =
        [
            .. found
                .Select(diagnostic => diagnostic.Id)
                .Where(id => id != Rule.Advice || model.Rules.Contains(id))
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(model.Rules, reported);
        Assert.All(found, diagnostic => Assert.DoesNotContain(".g.cs", diagnostic.Location.ToString()));
        if (model.Sent.Length > 0)
        {
            return Executed.Run<string[]>(run, library);
        }

        run.AssertCompiles();
        return [];
    }
}
