namespace ProfileSchema;

/// <summary>A profile of a source that breaks a rule and was therefore left out of the batch.</summary>
public sealed class RejectedProfile
{
    /// <summary>Describes a rejected profile.</summary>
    /// <param name="position">Its place in the source, counted from zero.</param>
    /// <param name="key">Its key, or null where there is none.</param>
    /// <param name="parameter">The parameter at fault, or null if it is the key or the whole profile.</param>
    /// <param name="reason">What is wrong.</param>
    public RejectedProfile(long position, string? key, string? parameter, RejectionReason reason)
    {
        Position = position;
        Key = key;
        Parameter = parameter;
        Reason = reason;
    }

    /// <summary>The place of the profile in the source, counted from zero, whatever became of those before it.</summary>
    public long Position { get; }

    /// <summary>The profile's key, or null where there is none. Personal data: keep it out of logs.</summary>
    public string? Key { get; }

    /// <summary>The name of the parameter at fault, or null if it is the key or the whole profile.</summary>
    public string? Parameter { get; }

    /// <summary>What is wrong.</summary>
    public RejectionReason Reason { get; }

    /// <summary>What is wrong and what to do, in words that hold neither the key nor a value (HTTP-2).</summary>
    public string Message => RejectionText.For(Reason, profile: null, Parameter);

    /// <summary>The position and the message, without the key.</summary>
    public override string ToString() => $"Profile {Position}: {Message}";
}
