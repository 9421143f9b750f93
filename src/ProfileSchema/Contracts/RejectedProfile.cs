namespace ProfileSchema;

/// <summary>A profile that breaks a rule and was left out of the batch.</summary>
public sealed class RejectedProfile
{
    /// <summary>Gets the position of the profile in the source, counted from zero. Every profile before it counts.</summary>
    public required long Position { get; init; }

    /// <summary>Gets the key of the profile, or null if it has none. The key is personal data: keep it out of logs.</summary>
    public string? Key { get; init; }

    /// <summary>Gets the name of the parameter at fault, or null if the key or the whole profile is at fault.</summary>
    public string? Parameter { get; init; }

    /// <summary>Gets the reason for the rejection.</summary>
    public required RejectionReason Reason { get; init; }

    /// <summary>Gets a message that says what is wrong and how to fix it. It contains neither the key nor a value (HTTP-2).</summary>
    public string Message => RejectionText.For(Reason, profile: null, Parameter);

    /// <summary>Returns the position and the message, without the key.</summary>
    public override string ToString() => $"Profile {Position}: {Message}";
}
