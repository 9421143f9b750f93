using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ProfileSchema.Generator.CallSites;

/// <summary>Where a call writes the name of its method.</summary>
internal static class MethodNames
{
    extension(IInvocationOperation call)
    {
        public Location MethodNameLocation =>
            (call.Syntax is InvocationExpressionSyntax invocation ? NameOf(invocation.Expression).GetLocation() : null)
            ?? call.Syntax.GetLocation();
    }

    private static SyntaxNodeOrToken NameOf(ExpressionSyntax called) =>
        called switch
        {
            MemberAccessExpressionSyntax { Name.Identifier: var name } => name,
            MemberBindingExpressionSyntax { Name.Identifier: var name } => name,
            SimpleNameSyntax { Identifier: var name } => name,
            _ => called,
        };
}
