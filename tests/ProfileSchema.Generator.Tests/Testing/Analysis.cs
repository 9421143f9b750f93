using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProfileSchema.Generator.CallSites;

namespace ProfileSchema.Generator.Tests.Testing;

/// <summary>Runs the analyzers as a build does: over the source and what was generated from it.</summary>
internal static class Analysis
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        new ProfileSchemaAnalyzer(),
        new SingleUpdateInLoopAnalyzer(),
        new BulkResultUnreadAnalyzer(),
        new DerivedProfileSentAsBaseAnalyzer(),
        new SessionParametersTooManyAnalyzer(),
    ];

    public static async Task<ImmutableArray<Diagnostic>> Of(Compilation compilation)
    {
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => failures.Add(exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false
        );
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers(Analyzers, options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(failures);
        return found;
    }
}
