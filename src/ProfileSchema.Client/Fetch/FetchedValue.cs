namespace ProfileSchema.Client;

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
