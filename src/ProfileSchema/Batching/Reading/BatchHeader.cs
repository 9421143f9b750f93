namespace ProfileSchema;

/// <summary>The first line of a batch file, as it was read (BATCH-1).</summary>
public sealed class BatchHeader
{
    internal BatchHeader(ProfileKeyKind? keyKind, IReadOnlyList<string?> names, IReadOnlyList<string> systemNames)
    {
        KeyKind = keyKind;
        Names = names;
        SystemNames = systemNames;
    }

    /// <summary>Which of Target's keys the rows have; null if the first name is none of them.</summary>
    public ProfileKeyKind? KeyKind { get; }

    /// <summary>The names of the parameters, decoded, in order; null in place of one that has no meaning (URL-1).</summary>
    public IReadOnlyList<string?> Names { get; }

    internal IReadOnlyList<string> SystemNames { get; }
}
