using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProfileSchema.Generator.CallSites;

/// <summary>Reports a single update that is called for each element of a collection (SINGLE-5).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SingleUpdateInLoopAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(CallSiteRules.SingleUpdateInLoop);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ClientSymbols.Find(start.Compilation) is { } symbols)
            {
                var loops = LoopMethods.Find(start.Compilation);
                start.RegisterOperationAction(context => Analyze(context, symbols, loops), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, ClientSymbols symbols, LoopMethods loops)
    {
        var call = (IInvocationOperation)context.Operation;
        if (
            call.TargetMethod.Name == ClientSymbols.UpdateAsync
            && symbols.Declares(call.TargetMethod)
            && CollectionLoop.Contains(call, loops)
        )
        {
            context.ReportDiagnostic(Diagnostic.Create(CallSiteRules.SingleUpdateInLoop, call.MethodNameLocation));
        }
    }
}
