using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Apis;

/// <summary>One of the APIs that the emulator speaks.</summary>
internal interface IProfileApi
{
    TargetOperation Operation { get; }

    /// <summary>The protocol rule that describes the API.</summary>
    string Rule { get; }

    IReadOnlyCollection<string> Methods { get; }

    /// <summary>The largest body that is kept, in bytes.</summary>
    int MaxBodyBytes => 0;

    bool Matches(RequestTarget target) => FindClientCode(target) is not null;

    /// <summary>The client code that the call names; null or unknown codes are refused.</summary>
    string? FindClientCode(RequestTarget target);

    /// <summary>The limit that counts the call, or null if there is none.</summary>
    RollingLimit? LimitOf(TargetAccount account) => null;

    /// <summary>Whether an account that asks for the profile token asks for it here (AUTH-1).</summary>
    bool AsksForToken => true;

    /// <summary>Why a call cannot be open beside those that are, or null.</summary>
    (int Status, Refusal Refusal)? Enter(ReceivedCall call, RequestTarget target, TargetAccount account) => null;

    /// <summary>Answers a call that was admitted.</summary>
    Reply Answer(ReceivedCall call, RequestTarget target, TargetAccount account);

    /// <summary>Returns a refusal in the form of this API.</summary>
    Reply Refuse(int status, string message);
}

internal static class ProfileApiExtensions
{
    /// <summary>Reports why a call is refused, and returns the refusal in the form of the API.</summary>
    public static Reply Refuse(this IProfileApi api, ReceivedCall call, int status, Refusal refusal)
    {
        call.ViolationLog.Refuse(refusal);
        return api.Refuse(status, refusal.Message);
    }
}
