using System.Globalization;

namespace ProfileSchema.Client;

/// <summary>A profile as the service has it. It lags behind an update by minutes to an hour (FETCH-3).</summary>
public sealed class FetchedProfile
{
    /// <summary>The client code of the account, if the reply gave it.</summary>
    public string? Client { get; init; }

    /// <summary>Target's own id, if the reply gave it. Keep it out of logs.</summary>
    public string? PcId { get; init; }

    /// <summary>The customer's id, if the reply gave it. Keep it out of logs.</summary>
    public string? ThirdPartyId { get; init; }

    /// <summary>The Experience Cloud id, if the reply gave it. Keep it out of logs.</summary>
    public string? ExperienceCloudId { get; init; }

    /// <summary>When the profile was last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The attributes by name, without the prefix <c>profile.</c>; case matters (URL-4).</summary>
    public required IReadOnlyDictionary<string, FetchedValue> Attributes { get; init; }

    /// <summary>How many attributes there are; no id and no value.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"profile of {Attributes.Count} attributes");
}
