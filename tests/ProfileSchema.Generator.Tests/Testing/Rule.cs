using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ProfileSchema.Generator.Tests.Testing;

/// <summary>Asserts what the analyzer says of source in which <c>[|…|]</c> marks each place where it is to say it.</summary>
internal static class Rule
{
    private const string Open = "[|";
    private const string Close = "|]";

    /// <summary>Advice that plain examples of other rules may ignore.</summary>
    public const string Advice = "PRF023";

    /// <summary>Fails unless the rule, and no other, is reported at the marks, and a message holds the text.</summary>
    /// <param name="besides">Rules that the mistake breaks too.</param>
    public static async Task Fires(
        string id,
        string message,
        string source,
        LanguageVersion version = LanguageVersion.Latest,
        string[]? besides = null
    )
    {
        (string text, List<TextSpan> marks) = Unmark(source);
        GeneratorRun run = GeneratorRun.Of(Source.Compile([text], version));
        Diagnostic[] found =
        [
            .. (await Analysis.Of(run.Output))
                .Where(diagnostic => besides?.Contains(diagnostic.Id) is not true)
                .Where(diagnostic => id == Advice || diagnostic.Id != Advice)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
        Assert.All(found, diagnostic => Assert.Equal(id, diagnostic.Id));
        Assert.Equal(marks, found.Select(diagnostic => diagnostic.Location.SourceSpan));
        Assert.Contains(found, diagnostic => Message(diagnostic).Contains(message, StringComparison.Ordinal));
        Assert.All(found, diagnostic => AssertStopsOrWarns(diagnostic, run));
        if (version is LanguageVersion.Latest)
        {
            // The example shows this mistake and no other. Calls take the contracts, which a forbidden profile lacks.
            Compilation compilation = run.Files.Count > 0 ? run.Output : run.Input;
            Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.DefaultSeverity is DiagnosticSeverity.Error);
        }
    }

    /// <summary>Fails if the analyzer says anything, or if the source does not compile with its contracts.</summary>
    /// <remarks>Advice on members that plain examples never set does not count.</remarks>
    public static async Task IsSilent(params string[] files) =>
        Assert.DoesNotContain(await Said(files), diagnostic => diagnostic.Id != Advice);

    /// <summary>Fails if the analyzer says anything, advice included.</summary>
    public static async Task IsQuiet(params string[] files) => Assert.Empty(await Said(files));

    private static async Task<IEnumerable<Diagnostic>> Said(string[] files)
    {
        GeneratorRun run = GeneratorRun.Of(files).AssertCompiles();
        Assert.NotEmpty(run.Files);
        return await Analysis.Of(run.Output);
    }

    private static string Message(Diagnostic diagnostic) =>
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertStopsOrWarns(Diagnostic diagnostic, GeneratorRun run)
    {
        bool isError = diagnostic.DefaultSeverity is DiagnosticSeverity.Error;
        Assert.Equal(isError, diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
        Assert.Equal(isError, run.Files.Count == 0);
    }

    private static (string Text, List<TextSpan> Marks) Unmark(string source)
    {
        var marks = new List<TextSpan>();
        string text = source;
        for (int open; (open = text.IndexOf(Open, StringComparison.Ordinal)) >= 0; )
        {
            text = text.Remove(open, Open.Length);
            int close = text.IndexOf(Close, open, StringComparison.Ordinal);
            text = text.Remove(close, Close.Length);
            marks.Add(TextSpan.FromBounds(open, close));
        }

        return (text, marks);
    }
}
