using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>The rules that a profile's declaration is held to.</summary>
/// <remarks>
/// A rule that stops generation is an error that cannot be configured away: were it suppressed, a parameter would be
/// missing in silence.
/// </remarks>
internal static class SchemaRules
{
    public const string Category = "ProfileSchema";

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        ImmutableArray.Create(
            TypeNotPartial.Descriptor,
            TypeUnusable.Descriptor,
            KeyMissing.Descriptor,
            KeyRepeated.Descriptor,
            KeyTypeUnusable.Descriptor,
            KeyNullable.Descriptor,
            ParameterTypeUnsupported.Descriptor,
            NameInvalid.Descriptor,
            NameRepeated.Descriptor,
            MemberUnreadable.Descriptor,
            FormatUnusable.Descriptor,
            ProfileWithoutParameters.Descriptor,
            LanguageTooOld.Descriptor,
            AttributeValueUndefined.Descriptor,
            NameReserved.Descriptor,
            NameDiffersInCase.Descriptor,
            NameUnaddressable.Descriptor,
            FormatUncomparable.Descriptor,
            SeparatorUnusable.Descriptor,
            NullValueUnusable.Descriptor,
            ConverterUnusable.Descriptor,
            NestingCyclic.Descriptor,
            DefaultOverwrites.Descriptor,
            FlagsWithoutSeparator.Descriptor,
            EnumTextUnusable.Descriptor,
            EnumTextRepeated.Descriptor,
            PersonalDataInClear.Descriptor,
            HashUnsuitable.Descriptor,
            MirrorUnknown.Descriptor,
            DerivedTypeUnmarked.Descriptor,
            OptionUnsuitable.Descriptor,
            ProfileValueMisplaced.Descriptor,
            FlagUndeclared.Descriptor,
            AnnotatedNotSent.Descriptor,
            NameInAnother.Descriptor
        );
}
