namespace ProfileSchema.Emulator;

/// <summary>A profile as it is written somewhere to outlive the emulator (<see cref="TargetAccount.SaveProfiles"/>).</summary>
/// <param name="PcId">Target's own id.</param>
/// <param name="ThirdPartyId">The customer's id, or null.</param>
/// <param name="ExperienceCloudId">The Experience Cloud id, or null.</param>
/// <param name="ModifiedAt">When an update was last applied.</param>
/// <param name="Attributes">The attributes; a name may stand here twice, settled and not.</param>
public sealed record SavedProfile(
    string PcId,
    string? ThirdPartyId,
    string? ExperienceCloudId,
    DateTimeOffset ModifiedAt,
    IReadOnlyList<SavedValue> Attributes
)
{
    /// <summary>The number of attributes; no id, no value (HTTP-2).</summary>
    public override string ToString() => $"Saved profile with {Attributes.Count} attributes";
}

/// <summary>An attribute of a saved profile.</summary>
/// <param name="Name">The name, without the prefix <c>profile.</c> (NAME-1).</param>
/// <param name="Value">The value.</param>
/// <param name="ModifiedAt">When it was set.</param>
/// <param name="IsSettled">
/// False if the last v2 batch set it and no visit has settled it since, so that the next batch overrides it (BATCH-7).
/// </param>
public readonly record struct SavedValue(string Name, string Value, DateTimeOffset ModifiedAt, bool IsSettled)
{
    /// <summary>Nothing of it: a value is personal data (HTTP-2).</summary>
    public override string ToString() => IsSettled ? "Saved value" : "Saved attribute of the last batch";
}
