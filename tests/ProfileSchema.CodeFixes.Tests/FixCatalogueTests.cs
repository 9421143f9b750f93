using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using ProfileSchema.CodeFixes.Declarations;
using ProfileSchema.Generator;

namespace ProfileSchema.CodeFixes.Tests;

/// <summary>Every fix can be found by an editor, fixes rules that exist, and can fix them all at once.</summary>
public class FixCatalogueTests
{
    public static TheoryData<Type> Fixes => [.. typeof(AddPartialFix).Assembly.GetTypes().Where(IsFix)];

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Fix_is_exported_for_rules_that_exist_with_fix_all(Type type)
    {
        var fix = (CodeFixProvider)Activator.CreateInstance(type)!;
        ExportCodeFixProviderAttribute? export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>();

        Assert.True(type.IsPublic && type.IsSealed);
        Assert.Equal(type.Name, export?.Name);
        Assert.Equal([LanguageNames.CSharp], export!.Languages);
        Assert.NotEmpty(fix.FixableDiagnosticIds);
        Assert.Subset(RuleIds(), fix.FixableDiagnosticIds.ToHashSet());
        Assert.Equal(
            [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution],
            fix.GetFixAllProvider()!.GetSupportedFixAllScopes().Order().Take(3)
        );
    }

    [Fact]
    public void Pages_of_the_rules_that_have_a_fix_describe_it_and_no_others()
    {
        string folder = typeof(FixCatalogueTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "RulePages")
            .Value!;
        IEnumerable<string> described = RuleIds()
            .Where(id =>
                !File.ReadAllText(Path.Combine(folder, id.ToLowerInvariant() + ".md"))
                    .Contains("| Code fix | None |", StringComparison.Ordinal)
            );

        IEnumerable<string> fixable = typeof(AddPartialFix)
            .Assembly.GetTypes()
            .Where(IsFix)
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds);

        Assert.Equal(fixable.Distinct().Order(), described.Order());
    }

    private static bool IsFix(Type type) => !type.IsAbstract && type.IsAssignableTo(typeof(CodeFixProvider));

    private static HashSet<string> RuleIds() =>
        [
            .. typeof(ProfileGenerator)
                .Assembly.GetTypes()
                .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(DiagnosticAnalyzer)))
                .SelectMany(t => ((DiagnosticAnalyzer)Activator.CreateInstance(t)!).SupportedDiagnostics)
                .Select(rule => rule.Id),
        ];
}
