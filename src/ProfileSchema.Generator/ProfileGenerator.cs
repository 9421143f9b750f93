using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.Generator.Emitting;
using ProfileSchema.Generator.Model;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.Generator;

/// <summary>Generates the contract of every type annotated with <c>[Profile]</c> or <c>[ProfileContractFor]</c>. It reports nothing: the analyzer does.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ProfileGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, AttributeNames.Profile);
        Register(context, AttributeNames.ContractFor);
    }

    private static void Register(IncrementalGeneratorInitializationContext context, string attribute)
    {
        IncrementalValuesProvider<ProfileSpec> profiles = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                ProfileParser.ParseOnce
            )
            .WithTrackingName(ProfileGeneratorSteps.Parse)
            .Where(static spec => spec is not null)
            .Select(static (spec, _) => spec!)
            .WithTrackingName(ProfileGeneratorSteps.Profiles);

        // Reduced to what is nearly always empty, so that a new profile does not make every other one again.
        IncrementalValueProvider<EquatableArray<string>> twins = profiles
            .Select(static (spec, _) => spec.Hierarchy.MetadataName)
            .WithTrackingName(ProfileGeneratorSteps.MetadataNames)
            .Collect()
            .Select(static (names, _) => HintName.Twins(names))
            .WithTrackingName(ProfileGeneratorSteps.CaseTwins);

        IncrementalValuesProvider<GeneratedFile> files = profiles
            .Combine(twins)
            .Select(static (pair, _) => ProfileEmitter.Emit(pair.Left, pair.Right))
            .WithTrackingName(ProfileGeneratorSteps.Emit);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, file.Text));
    }
}
