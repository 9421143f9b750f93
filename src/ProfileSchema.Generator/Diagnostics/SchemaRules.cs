using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>The rules for the declaration of a profile.</summary>
/// <remarks>
/// A rule that stops generation is an error that can't be configured: if it were suppressed, a parameter would be missing
/// without notice.
/// </remarks>
internal static class SchemaRules
{
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
            PersonalDataInPlainText.Descriptor,
            HashUnsuitable.Descriptor,
            MappedMemberUnknown.Descriptor,
            DerivedTypeNotAnnotated.Descriptor,
            OptionUnsuitable.Descriptor,
            ProfileValueMisplaced.Descriptor,
            FlagUndeclared.Descriptor,
            AnnotatedNotSent.Descriptor,
            NamePrefixesAnother.Descriptor
        );
}
