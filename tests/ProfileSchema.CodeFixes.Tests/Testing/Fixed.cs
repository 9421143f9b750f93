using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using ProfileSchema.Generator;

namespace ProfileSchema.CodeFixes.Tests.Testing;

/// <summary>
/// Applies a fix, place by place and by each kind of fix-all, to source in which <c>{|ID:…|}</c> marks what is reported.
/// Contracts are generated before and after, as in a build.
/// </summary>
internal static class Fixed<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <param name="action">Which of several fixes, by its equivalence key.</param>
    public static Task Becomes(
        string source,
        string expected,
        string? action = null,
        OutputKind output = OutputKind.DynamicallyLinkedLibrary
    ) =>
        new Test
        {
            TestState = { OutputKind = output },
            TestCode = source,
            FixedCode = expected,
            CodeActionEquivalenceKey = action,
        }.RunAsync(TestContext.Current.CancellationToken);

    /// <summary>Fails if a fix is offered.</summary>
    public static Task IsLeftAlone(string source, string? action = null) => Becomes(source, source, action);

    private sealed class Test : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    {
        private const string Usings = """
            global using System;
            global using System.Collections.Generic;
            global using System.Linq;
            global using System.Threading;
            global using System.Threading.Tasks;
            global using ProfileSchema;
            global using ProfileSchema.Client;
            """;

        public Test()
        {
            // Empty, so that nothing is downloaded.
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
            // What is reported of a container because of the profile in it has a fix too, for tools that see whole projects.
            CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
            TestState.AdditionalReferences.AddRange(Framework.References);
            TestState.Sources.Add(("Usings.cs", Usings));
            FixedState.Sources.Add(("Usings.cs", Usings));
            FixedState.MarkupHandling = MarkupMode.Allow;
        }

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(ProfileGenerator)];

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest);

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            );
    }
}
