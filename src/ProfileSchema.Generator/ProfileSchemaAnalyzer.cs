using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.Generator;

/// <summary>Reports what the parser, the very one that the generator uses, finds wrong with a profile's declaration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProfileSchemaAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => SchemaRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // A profile in a file that a tool wrote gets no contract either where a rule forbids it, and somebody has to say so.
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
        foreach (Diagnostic diagnostic in UnmarkedTypes.Check(type, context.CancellationToken))
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
