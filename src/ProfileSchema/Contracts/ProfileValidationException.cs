namespace ProfileSchema;

/// <summary>The exception that is thrown when a profile cannot be sent. The message names the member and the remedy, never the value.</summary>
public sealed class ProfileValidationException : Exception
{
    /// <summary>Initializes an exception for an invalid profile.</summary>
    /// <param name="reason">The reason for the rejection.</param>
    /// <param name="profile">The name of the profile's contract, or null if there is none.</param>
    /// <param name="parameter">The name of the parameter at fault, or null if the key or the whole profile is at fault.</param>
    public ProfileValidationException(RejectionReason reason, string? profile = null, string? parameter = null)
        : base(RejectionText.For(reason, profile, parameter))
    {
        Reason = reason;
        Profile = profile;
        Parameter = parameter;
    }

    /// <summary>Gets the reason for the rejection.</summary>
    public RejectionReason Reason { get; }

    /// <summary>Gets the name of the profile's contract, or null if there is none.</summary>
    public string? Profile { get; }

    /// <summary>Gets the name of the parameter at fault, or null if the key or the whole profile is at fault.</summary>
    public string? Parameter { get; }
}
