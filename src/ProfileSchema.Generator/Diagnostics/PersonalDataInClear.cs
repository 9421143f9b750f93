using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Personal data is not sent in the clear unasked.</summary>
internal static class PersonalDataInClear
{
    public const string Id = "PRF027";

    /// <summary>The property that says what is suggested, if the mend is at the place that is reported.</summary>
    public const string SuggestedProperty = "Suggested";

    /// <summary>The property that says which attribute of the member sends the value: a key may be a parameter too.</summary>
    public const string AttributeProperty = "Attribute";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Personal data is not sent in the clear unasked",
        "The name of '{0}' suggests {1}, which would be sent in the clear; hash it, unmark it, or say IsPersonalData = true",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What identifies a person is best not sent, and at least hashed (HASH-1). If it has to be sent, that is decided and said.",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
