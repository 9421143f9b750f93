namespace ProfileSchema;

/// <summary>A profile cannot be sent as it is. The message names the member and the remedy, never the value.</summary>
public sealed class ProfileValidationException : Exception
{
    /// <summary>Says what is wrong with a profile.</summary>
    /// <param name="reason">What is wrong.</param>
    /// <param name="profile">The name of the profile's contract, or null where there is none.</param>
    /// <param name="parameter">The name of the parameter at fault, or null if it is the key or the whole profile.</param>
    public ProfileValidationException(RejectionReason reason, string? profile = null, string? parameter = null)
        : base(RejectionText.For(reason, profile, parameter))
    {
        Reason = reason;
        Profile = profile;
        Parameter = parameter;
    }

    /// <summary>What is wrong.</summary>
    public RejectionReason Reason { get; }

    /// <summary>The name of the profile's contract, or null where there is none.</summary>
    public string? Profile { get; }

    /// <summary>The name of the parameter at fault, or null if it is the key or the whole profile.</summary>
    public string? Parameter { get; }
}
