namespace ProfileSchema.Client;

/// <summary>An attribute of a fetched profile.</summary>
/// <param name="value">Its value; every value is a string (VALUE-1).</param>
/// <param name="modifiedAt">When it was last changed, if the reply says so.</param>
public sealed class FetchedValue(string? value, DateTimeOffset? modifiedAt)
{
    /// <summary>The value. Keep it out of logs.</summary>
    public string? Value { get; } = value;

    /// <summary>When it was last changed, if the reply says so.</summary>
    public DateTimeOffset? ModifiedAt { get; } = modifiedAt;

    /// <summary>When it was last changed; no value.</summary>
    public override string ToString() => FormattableString.Invariant($"modified {ModifiedAt:O}");
}
