namespace ProfileSchema.Emulator;

/// <summary>Specifies the kind of an ID of a profile (ID-1, ID-2).</summary>
public enum TargetIdKind
{
    /// <summary>Target's own ID: <c>mboxPC</c>, <c>pcId</c>, tntId.</summary>
    PcId,

    /// <summary>The third-party ID: <c>mbox3rdPartyId</c>, <c>thirdPartyId</c>.</summary>
    ThirdPartyId,

    /// <summary>The Experience Cloud ID, for fetches only: <c>marketingCloudVisitorId</c>.</summary>
    ExperienceCloudId,
}

/// <summary>Identifies a profile.</summary>
/// <param name="Kind">The kind of ID.</param>
/// <param name="Value">The decoded ID, which is case-sensitive (URL-4).</param>
public readonly record struct TargetId(TargetIdKind Kind, string Value)
{
    /// <summary>Returns an identifier with Target's own ID.</summary>
    public static TargetId PcId(string value) => new(TargetIdKind.PcId, value);

    /// <summary>Returns an identifier with a third-party ID.</summary>
    public static TargetId ThirdPartyId(string value) => new(TargetIdKind.ThirdPartyId, value);

    /// <summary>Returns an identifier with an Experience Cloud ID.</summary>
    public static TargetId ExperienceCloudId(string value) => new(TargetIdKind.ExperienceCloudId, value);

    /// <summary>Returns the kind, without the ID, which is personal data (HTTP-2).</summary>
    public override string ToString() => Kind.ToString();
}
