namespace ProfileSchema.Emulator;

/// <summary>A profile in a form that can be stored and restored later (<see cref="TargetAccount.SaveProfiles"/>).</summary>
/// <param name="PcId">Target's own ID.</param>
/// <param name="ThirdPartyId">The third-party ID, or null.</param>
/// <param name="ExperienceCloudId">The Experience Cloud ID, or null.</param>
/// <param name="ModifiedAt">The time of the last update.</param>
/// <param name="Attributes">The attributes. A name can occur twice: once settled and once not.</param>
public sealed record SavedProfile(
    string PcId,
    string? ThirdPartyId,
    string? ExperienceCloudId,
    DateTimeOffset ModifiedAt,
    IReadOnlyList<SavedValue> Attributes
)
{
    /// <summary>Returns the number of attributes, without IDs and values (HTTP-2).</summary>
    public override string ToString() => $"Saved profile with {Attributes.Count} attributes";
}

/// <summary>An attribute of a saved profile.</summary>
/// <param name="Name">The name, without the prefix <c>profile.</c> (NAME-1).</param>
/// <param name="Value">The value.</param>
/// <param name="ModifiedAt">The time at which it was set.</param>
/// <param name="IsSettled">
/// <see langword="false"/> if the last v2 batch set the attribute and the visitor has not visited since, so that the next batch overrides it (BATCH-7).
/// </param>
public readonly record struct SavedValue(string Name, string Value, DateTimeOffset ModifiedAt, bool IsSettled)
{
    /// <summary>Returns a text without the value, which is personal data (HTTP-2).</summary>
    public override string ToString() => IsSettled ? "Saved value" : "Saved attribute of the last batch";
}
