using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProfileSchema.Generator.CallSites;

/// <summary>Reports a bulk update that is a statement of its own, so that its result is ignored.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BulkResultUnreadAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(CallSiteRules.BulkResultUnread);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ClientSymbols.Find(start.Compilation) is { } symbols)
            {
                start.RegisterOperationAction(context => Analyze(context, symbols), OperationKind.ExpressionStatement);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, ClientSymbols symbols)
    {
        IOperation expression = ((IExpressionStatementOperation)context.Operation).Operation;
        if (CallBeneath(expression) is { } call && symbols.IsBulk(call.TargetMethod))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(CallSiteRules.BulkResultUnread, call.MethodNameLocation, call.TargetMethod.Name)
            );
        }
    }

    /// <summary>The call whose task is awaited or waited for, however that is written.</summary>
    private static IInvocationOperation? CallBeneath(IOperation expression) =>
        expression switch
        {
            IAwaitOperation awaited => CallBeneath(awaited.Operation),
            IConditionalAccessOperation conditional => CallBeneath(conditional.WhenNotNull),
            IInvocationOperation { Instance: { } task } waiting when IsWaiting(waiting.TargetMethod) => CallBeneath(
                task
            ),
            IInvocationOperation call => call,
            _ => null,
        };

    private static bool IsWaiting(IMethodSymbol method) =>
        method.Name is "ConfigureAwait" or "WaitAsync" or "Wait" or "GetAwaiter" or "GetResult"
        && method.ContainingNamespace?.ToDisplayString()
            is "System.Threading.Tasks"
                or "System.Runtime.CompilerServices";
}
