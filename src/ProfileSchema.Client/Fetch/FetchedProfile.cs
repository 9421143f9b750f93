using System.Globalization;

namespace ProfileSchema.Client;

/// <summary>Represents a profile that was read from the service. It lags behind updates by minutes to an hour (FETCH-3).</summary>
public sealed class FetchedProfile
{
    /// <summary>Gets the client code of the account, or <see langword="null"/> if the response doesn't contain it.</summary>
    public string? Client { get; init; }

    /// <summary>Gets Target's own id, or <see langword="null"/> if the response doesn't contain it. Don't log it.</summary>
    public string? PcId { get; init; }

    /// <summary>
    /// Gets the customer's id (<c>thirdPartyId</c>), or <see langword="null"/> if the response doesn't contain it. Don't log it.
    /// </summary>
    public string? ThirdPartyId { get; init; }

    /// <summary>Gets the Experience Cloud id, or <see langword="null"/> if the response doesn't contain it. Don't log it.</summary>
    public string? ExperienceCloudId { get; init; }

    /// <summary>Gets the time when the profile was last changed, or <see langword="null"/> if the response doesn't contain it.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Gets the attributes by name, without the prefix <c>profile.</c>. Names are case-sensitive (URL-4).</summary>
    public IReadOnlyDictionary<string, FetchedValue> Attributes { get; init; } = new Dictionary<string, FetchedValue>();

    /// <summary>Returns the number of attributes. The text contains no id and no value.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"profile of {Attributes.Count} attributes");
}

/// <summary>Represents an attribute of a fetched profile.</summary>
public sealed class FetchedValue
{
    /// <summary>Gets the value of the attribute. Every value is a string (VALUE-1). Don't log it.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the time when the attribute was last changed, or <see langword="null"/> if the response doesn't contain it.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Returns the time when the attribute was last changed. The text contains no value.</summary>
    public override string ToString() => FormattableString.Invariant($"modified {ModifiedAt:O}");
}
