using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.Generator;

/// <summary>Reports what the parser, which the generator uses too, finds wrong in the declaration of a profile.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProfileSchemaAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => SchemaRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // A profile in a generated file has no contract either if it breaks a rule, which has to be reported.
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var hidden = new HiddenMembers(start.Compilation);
            start.RegisterSymbolAction(context => Analyze(context, hidden), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, HiddenMembers hidden)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (Diagnostic diagnostic in UnannotatedTypes.Check(type, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }

        if (ProfileParser.FindAttribute(type) is not { } attribute)
        {
            return;
        }

        ParsedProfile parsed = ProfileParser.Parse(
            type,
            attribute,
            context.Compilation,
            hidden,
            context.CancellationToken
        );
        foreach (Diagnostic diagnostic in parsed.Diagnostics)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
