using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.Generator.CallSites;

/// <summary>Reports a call that sends profiles of a derived type through the contract of its base.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DerivedProfileSentAsBaseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(CallSiteRules.DerivedProfileSentAsBase);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (SendingCalls.Find(start.Compilation) is { } calls)
            {
                start.RegisterOperationAction(context => Analyze(context, calls), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, SendingCalls calls)
    {
        var call = (IInvocationOperation)context.Operation;
        if (
            calls.ContractType(call.TargetMethod) is not { } sentAs
            || sentAs.FindAttribute(AttributeNames.Profile) is null
        )
        {
            return;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (SendingCalls.ProfileType(argument) is { } type && Adds(type, sentAs))
            {
                Report(context, call, argument, type, sentAs);
            }
        }
    }

    private static void Report(
        OperationAnalysisContext context,
        IInvocationOperation call,
        IArgumentOperation argument,
        INamedTypeSymbol type,
        INamedTypeSymbol sentAs
    )
    {
        bool hasContract = type.FindAttribute(AttributeNames.Profile) is not null;
        bool isNamedHere =
            hasContract && call.TargetMethod.Parameters.All(static p => p.Type.Name != "ProfileContract");
        context.ReportDiagnostic(
            Diagnostic.Create(
                CallSiteRules.DerivedProfileSentAsBase,
                argument.Value.Syntax.GetLocation(),
                isNamedHere
                    ? ImmutableDictionary<string, string?>.Empty.Add(CallSiteRules.OwnContractProperty, type.Name)
                    : null,
                type.Name,
                sentAs.Name,
                hasContract
                    ? $"send it as '{type.Name}'"
                    : $"add [Profile] to '{type.Name}' and send it as '{type.Name}'"
            )
        );
    }

    /// <summary>Whether the type, or one between it and the base, sends something that the base doesn't, or under another name.</summary>
    private static bool Adds(INamedTypeSymbol type, INamedTypeSymbol sentAs)
    {
        bool adds = false;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, sentAs))
            {
                return adds;
            }

            adds =
                adds
                || current.FindAttribute(AttributeNames.Profile)?.Property(AttributeNames.Naming) is not null
                || current
                    .GetMembers()
                    .Any(static m =>
                        m.FindAttribute(AttributeNames.Parameter) is not null
                        || m.FindAttribute(AttributeNames.Key) is not null
                    );
        }

        return false;
    }
}
