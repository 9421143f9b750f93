namespace ProfileSchema;

/// <summary>The header of a batch file: the kind of key and the names of the parameters (BATCH-1).</summary>
public sealed class BatchHeader
{
    /// <summary>Gets the kind of key that the rows have, or null if the first name is neither <c>thirdPartyId</c> nor <c>pcId</c>.</summary>
    public required ProfileKeyKind? KeyKind { get; init; }

    /// <summary>Gets the decoded names of the parameters, in order. A name that cannot be decoded is null (URL-1).</summary>
    public required IReadOnlyList<string?> Names { get; init; }

    internal IReadOnlyList<string> SystemNames { get; init; } = [];
}
