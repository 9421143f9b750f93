using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Personal data should be hashed.</summary>
internal static class PersonalDataInPlainText
{
    public const string Id = "PRF027";

    /// <summary>The kind of personal data that the name suggests, if the fix edits the place that is reported.</summary>
    public const string SuggestedProperty = "Suggested";

    /// <summary>The attribute of the member that sends the value: a key can be a parameter too.</summary>
    public const string AttributeProperty = "Attribute";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Personal data should be hashed",
        "'{0}' looks like {1} and is sent in plain text; set Hash, or set IsPersonalData = true to confirm",
        RuleCategories.Privacy,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Data that identifies a person should not be sent, or should at least be hashed.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
