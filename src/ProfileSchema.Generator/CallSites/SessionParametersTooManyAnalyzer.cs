using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ProfileSchema.Generator.Model;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.Generator.CallSites;

/// <summary>Reports a session update of a profile that has more parameters than a session carries.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SessionParametersTooManyAnalyzer : DiagnosticAnalyzer
{
    /// <summary>What one mbox of a call carries (DELIVERY-2).</summary>
    private const int Limit = 50;

    /// <summary>Characters that a value may have there, whatever its parameter allows elsewhere (VALUE-2).</summary>
    private const int ValueLength = 256;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(CallSiteRules.SessionParametersTooMany);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (SendingCalls.Find(start.Compilation) is { } calls)
            {
                var excesses = new ConcurrentDictionary<INamedTypeSymbol, string?>(SymbolEqualityComparer.Default);
                start.RegisterOperationAction(context => Analyze(context, calls, excesses), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(
        OperationAnalysisContext context,
        SendingCalls calls,
        ConcurrentDictionary<INamedTypeSymbol, string?> excesses
    )
    {
        var call = (IInvocationOperation)context.Operation;
        if (
            !SendingCalls.IsInSession(call.TargetMethod)
            || calls.ContractType(call.TargetMethod) is not { } type
            || DeclarationOf(call, type) is not { } declaration
        )
        {
            return;
        }

        string? excess = excesses.GetOrAdd(
            declaration.OriginalDefinition,
            annotated => Excess(ProfileParser.Parameters(annotated, context.Compilation, context.CancellationToken))
        );
        if (excess is not null)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(CallSiteRules.SessionParametersTooMany, call.MethodNameLocation, type.Name, excess)
            );
        }
    }

    /// <summary>Why a profile may be too large for a session, or null.</summary>
    private static string? Excess(IReadOnlyCollection<ParameterSpec> parameters) =>
        parameters.Count > Limit ? $"has {parameters.Count} parameters, but a session update can carry {Limit}"
        : parameters.FirstOrDefault(static parameter =>
            parameter.Facts is { Hash: HashKind.None, MaxLength: > ValueLength }
        )
            is { } parameter
            ? $"allows {parameter.Facts.MaxLength} characters for '{parameter.Name}', but a session update can carry {ValueLength}"
        : null;

    /// <summary>The type whose annotations are sent, or null if the call uses a contract that was written by hand.</summary>
    private static INamedTypeSymbol? DeclarationOf(IInvocationOperation call, INamedTypeSymbol type)
    {
        IArgumentOperation? contract = call.Arguments.FirstOrDefault(static argument =>
            argument.Parameter?.Type.Name == "ProfileContract"
        );
        return contract?.Value switch
        {
            null => type,
            IInvocationOperation { TargetMethod: { Name: "Of", TypeArguments: [INamedTypeSymbol of] } } => of,
            IPropertyReferenceOperation { Property.ContainingType: var place }
                when place.FindAttribute(AttributeNames.ContractFor) is not null => place,
            _ => null,
        };
    }
}
