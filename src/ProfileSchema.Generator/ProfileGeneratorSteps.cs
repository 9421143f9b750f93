namespace ProfileSchema.Generator;

/// <summary>The names of the pipeline's steps, by which tests see what was cached.</summary>
public static class ProfileGeneratorSteps
{
    /// <summary>From an attributed declaration to its spec, or to nothing if a rule forbids a contract.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>The specs that there are.</summary>
    public const string Profiles = nameof(Profiles);

    /// <summary>The metadata name of each profile.</summary>
    public const string MetadataNames = nameof(MetadataNames);

    /// <summary>The metadata names that differ from another in case only.</summary>
    public const string CaseTwins = nameof(CaseTwins);

    /// <summary>From a spec to the text of its file.</summary>
    public const string Emit = nameof(Emit);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Parse, Profiles, MetadataNames, CaseTwins, Emit];
}
