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
    /// <summary>Set if a nullable member would fix it.</summary>
    public const string NeverNullProperty = "NeverNull";

    /// <summary>The kind of personal data that the name suggests, if the fix edits the place that is reported.</summary>
    public const string SuggestedProperty = "Suggested";

    /// <summary>The attribute of the member that sends the value: a key can be a parameter too.</summary>
    public const string AttributeProperty = "Attribute";

    public static readonly DiagnosticDescriptor TypeNotPartial = new(
        "PRF001",
        "Profile types must be partial",
        "'{0}' must be declared partial so that code for profile '{1}' can be generated; add 'partial' to its declaration",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated contract is a nested member of the type, so the type and the types around it must be partial.",
        helpLinkUri: RulePages.LinkTo("PRF001"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor TypeUnusable = new(
        "PRF002",
        "Profile types must not be static, ref-like, or file-local",
        "'{0}' can't be a profile because it is {1}",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated contract is in another file, uses the type as a type argument, and implements an interface on it.",
        helpLinkUri: RulePages.LinkTo("PRF002"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor KeyMissing = new(
        "PRF003",
        "Profile types must have a key",
        "Profile '{0}' has no key; add [ProfileKey] to the member that identifies the visitor",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Target finds the profile to update by its key.",
        helpLinkUri: RulePages.LinkTo("PRF003"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor KeyRepeated = new(
        "PRF004",
        "Profile types must have only one key",
        "Profile '{2}' already has key '{1}'; remove [ProfileKey] from '{0}' or '{1}'",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An update addresses one profile by one key.",
        helpLinkUri: RulePages.LinkTo("PRF004"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor KeyTypeUnusable = new(
        "PRF005",
        "Keys must be a string, GUID, or integer",
        "Key '{0}' has unsupported type '{1}'; use string, Guid, or an integer type",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Target finds a profile by the exact text of its key, and other types can be written as text in more than one way.",
        helpLinkUri: RulePages.LinkTo("PRF005"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor KeyNullable = new(
        "PRF006",
        "Keys must not be nullable",
        "Key '{0}' is nullable; declare it as '{1}'",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A profile whose key is null is rejected when it is sent.",
        helpLinkUri: RulePages.LinkTo("PRF006"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor ParameterTypeUnsupported = new(
        "PRF007",
        "Parameter types must be supported",
        "Type '{1}' of parameter '{0}' isn't supported; use a supported type or add [ProfileConverter]",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "All values are sent as text, and this type has no text form that Target can compare.",
        helpLinkUri: RulePages.LinkTo("PRF007"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor NameInvalid = new(
        "PRF008",
        "Parameter names must be valid",
        "The parameter name of '{0}' {1}",
        RuleCategories.Naming,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A parameter name has 1 to 128 characters, is valid Unicode, and doesn't start with 'profile.', which Target adds.",
        helpLinkUri: RulePages.LinkTo("PRF008"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor NameRepeated = new(
        "PRF009",
        "Parameter names must be unique",
        "Parameter name '{1}' is used by both '{0}' and '{2}'; rename one of them",
        RuleCategories.Naming,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Only one of two values with the same name would reach Target.",
        helpLinkUri: RulePages.LinkTo("PRF009"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor MemberUnreadable = new(
        "PRF010",
        "Annotated members must be readable",
        "'{0}' {1} and can't be read; annotate a field or an instance property with an accessible getter",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated contract reads each annotated member of each profile.",
        helpLinkUri: RulePages.LinkTo("PRF010"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor FormatUnusable = new(
        "PRF011",
        "Formats must be valid for the parameter type",
        "Format '{2}' isn't valid for '{0}' of type '{1}'; {3}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The format would be ignored or would throw when the value is written.",
        helpLinkUri: RulePages.LinkTo("PRF011"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor ProfileWithoutParameters = new(
        "PRF012",
        "Profile types should have parameters",
        "Profile '{0}' has no parameters, so no data is sent; add [ProfileParameter] to its members",
        RuleCategories.Design,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only annotated members are sent, and an update without values changes nothing.",
        helpLinkUri: RulePages.LinkTo("PRF012")
    );

    public static readonly DiagnosticDescriptor LanguageTooOld = new(
        "PRF013",
        "Profiles require C# 11 or later",
        "Generated code for '{0}' requires C# 11, but the project uses C# {1}; set LangVersion to 11.0 or later",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generated code uses static abstract interface members and UTF-8 string literals, which C# 11 introduced.",
        helpLinkUri: RulePages.LinkTo("PRF013"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor AttributeValueUndefined = new(
        "PRF014",
        "Attribute values must be defined enum members",
        "{0} isn't a defined value in the attribute on '{1}'; use one of {2}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A number that was cast to the enum has no meaning for the generator.",
        helpLinkUri: RulePages.LinkTo("PRF014"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor NameReserved = new(
        "PRF015",
        "Parameter names must not be reserved",
        "Parameter name '{1}' of '{0}' is reserved for {2}; choose another name",
        RuleCategories.Naming,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Target, profile scripts, and the request itself use these names, so the value would be lost or overwrite theirs.",
        helpLinkUri: RulePages.LinkTo("PRF015"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor NameDiffersInCase = new(
        "PRF016",
        "Parameter names should differ by more than case",
        "Parameter names '{1}' ('{0}') and '{3}' ('{2}') differ only by case; rename one of them",
        RuleCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Target compares names by case, and the authors of audiences easily take one name for the other.",
        helpLinkUri: RulePages.LinkTo("PRF016")
    );

    public static readonly DiagnosticDescriptor NameUnaddressable = new(
        "PRF017",
        "Parameter names should use only A-Z, a-z, 0-9, '.', '_', and '-'",
        "Parameter name '{1}' of '{0}' contains {2}, which audiences and profile scripts might not match; use only A-Z, a-z, 0-9, '_', '-', and '.' between parts",
        RuleCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Other characters are transmitted correctly, but audiences and profile scripts can't reliably refer to them.",
        helpLinkUri: RulePages.LinkTo("PRF017")
    );

    public static readonly DiagnosticDescriptor FormatUncomparable = new(
        "PRF018",
        "Formats should produce comparable values",
        "Format '{1}' of '{0}' {2}; use a format such as F2, 0.##, D, or yyyy-MM-dd",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Audiences compare only plain numbers as numbers, dates compare as text, and an empty value isn't sent.",
        helpLinkUri: RulePages.LinkTo("PRF018")
    );

    public static readonly DiagnosticDescriptor SeparatorUnusable = new(
        "PRF019",
        "Separators must not occur in values",
        "The separator{0} of '{1}' is {2}; use a punctuation character such as '|', ',', or ';'",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A value that contains the separator is rejected, because it would be read as several values.",
        helpLinkUri: RulePages.LinkTo("PRF019"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor NullValueUnusable = new(
        "PRF020",
        "NullValue must be valid",
        "NullValue of '{0}' {1}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The null replacement is sent in place of null and empty values, so it must be a valid value itself.",
        helpLinkUri: RulePages.LinkTo("PRF020"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor ConverterUnusable = new(
        "PRF021",
        "Converters must support the member type",
        "Converter '{0}' can't convert '{1}'; use an accessible class or struct that implements IProfileConverter<{2}>",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated contract calls the static method of the converter with the value of the member or of its elements.",
        helpLinkUri: RulePages.LinkTo("PRF021"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor NestingCyclic = new(
        "PRF022",
        "Nested parameters must not be recursive",
        "'{0}' is part of a cycle: {1}; remove [ProfileParameter] from one of these members",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each member of a nested object becomes a parameter, so an object that contains itself would have an infinite number of parameters.",
        helpLinkUri: RulePages.LinkTo("PRF022"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor DefaultOverwrites = new(
        "PRF023",
        "Parameters should not send default values unintentionally",
        "'{0}' is not nullable, so an unset value overwrites Target's value with default({1}); make it nullable, required, or initialize it",
        RuleCategories.Usage,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Null isn't sent and leaves Target's value unchanged. Zero and the default date are values, and are sent.",
        helpLinkUri: RulePages.LinkTo("PRF023")
    );

    public static readonly DiagnosticDescriptor FlagsWithoutSeparator = new(
        "PRF024",
        "Flags parameters must specify a separator",
        "'{0}' has [Flags] type '{1}'; set Separator to send names, or Format = \"D\" to send the number",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Flags are sent as a list of names, and audiences must know which character separates them.",
        helpLinkUri: RulePages.LinkTo("PRF024"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor EnumTextUnusable = new(
        "PRF025",
        "Enum values must map to valid text",
        "Enum value '{0}' of parameter '{1}' maps to {2}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each defined value needs text that can be sent.",
        helpLinkUri: RulePages.LinkTo("PRF025"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor EnumTextRepeated = new(
        "PRF026",
        "Enum values should map to distinct text",
        "'{0}' and '{1}' both map to '{2}' in '{3}'; change one [ProfileValue]",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Audiences can't distinguish two values that are sent as the same text.",
        helpLinkUri: RulePages.LinkTo("PRF026")
    );

    public static readonly DiagnosticDescriptor PersonalDataInPlainText = new(
        "PRF027",
        "Personal data should be hashed",
        "'{0}' looks like {1} and is sent in plain text; set Hash, or set IsPersonalData = true to confirm",
        RuleCategories.Privacy,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Data that identifies a person should not be sent, or should at least be hashed.",
        helpLinkUri: RulePages.LinkTo("PRF027")
    );

    public static readonly DiagnosticDescriptor HashUnsuitable = new(
        "PRF028",
        "Hash must be valid for the member type",
        "Hash {2} isn't valid for '{0}' of type '{1}'; {3}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Hashes are compared, so the value must have exactly one text form. Email and phone hashes normalize text.",
        helpLinkUri: RulePages.LinkTo("PRF028"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor MappedMemberUnknown = new(
        "PRF029",
        "Contract members must match the target type",
        "'{0}' doesn't match a member of the target type: {1}",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each mapped member is read from the member of the target type with the same name and type.",
        helpLinkUri: RulePages.LinkTo("PRF029"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor DerivedTypeNotAnnotated = new(
        "PRF030",
        "Types derived from a profile should be profiles",
        "Parameters added by '{0}' aren't sent, because it uses the contract of '{1}'; add [Profile]",
        RuleCategories.Design,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A contract contains the members of its own type and of its base types only.",
        helpLinkUri: RulePages.LinkTo("PRF030")
    );

    public static readonly DiagnosticDescriptor OptionUnsuitable = new(
        "PRF031",
        "Attribute options must apply to the member",
        "{0} can't be used on '{1}': {2}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The option would have no effect.",
        helpLinkUri: RulePages.LinkTo("PRF031"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor ProfileValueMisplaced = new(
        "PRF032",
        "[ProfileValue] should be used only on enum members",
        "[ProfileValue] has no effect on '{0}'; remove it",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The attribute sets the text that an enum value is sent as.",
        helpLinkUri: RulePages.LinkTo("PRF032")
    );

    public static readonly DiagnosticDescriptor FlagUndeclared = new(
        "PRF033",
        "Flags combinations should use declared flags",
        "'{0}' contains bits without a declared flag, so '{1}' values that use it are rejected; declare a flag for each bit",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Flags are sent by name, and a bit without a flag has no name.",
        helpLinkUri: RulePages.LinkTo("PRF033")
    );

    public static readonly DiagnosticDescriptor AnnotatedNotSent = new(
        "PRF034",
        "Annotated members must be sent",
        "'{0}' is annotated but isn't sent: {1}",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The contract doesn't contain the member, so its values would be missing from every update.",
        helpLinkUri: RulePages.LinkTo("PRF034"),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor NamePrefixesAnother = new(
        "PRF035",
        "Parameter names should not be prefixes of other parameter names",
        "Parameter names '{1}' ('{0}') and '{3}' ('{2}') overlap: one is a value and the prefix of the other; rename one of them",
        RuleCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Dots separate the parts of a name, and a name can't be both a value and a group of values.",
        helpLinkUri: RulePages.LinkTo("PRF035")
    );

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        ImmutableArray.Create(
            TypeNotPartial,
            TypeUnusable,
            KeyMissing,
            KeyRepeated,
            KeyTypeUnusable,
            KeyNullable,
            ParameterTypeUnsupported,
            NameInvalid,
            NameRepeated,
            MemberUnreadable,
            FormatUnusable,
            ProfileWithoutParameters,
            LanguageTooOld,
            AttributeValueUndefined,
            NameReserved,
            NameDiffersInCase,
            NameUnaddressable,
            FormatUncomparable,
            SeparatorUnusable,
            NullValueUnusable,
            ConverterUnusable,
            NestingCyclic,
            DefaultOverwrites,
            FlagsWithoutSeparator,
            EnumTextUnusable,
            EnumTextRepeated,
            PersonalDataInPlainText,
            HashUnsuitable,
            MappedMemberUnknown,
            DerivedTypeNotAnnotated,
            OptionUnsuitable,
            ProfileValueMisplaced,
            FlagUndeclared,
            AnnotatedNotSent,
            NamePrefixesAnother
        );
}
