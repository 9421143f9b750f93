using System.Text;

namespace ProfileSchema.Client;

/// <summary>
/// A visitor's session, in which profile parameters are passed by a call of the Delivery API (DELIVERY-1). It belongs to one
/// visitor and lasts 30 minutes: with one session for two visitors, profile changes are unpredictable (DELIVERY-3).
/// </summary>
/// <remarks>
/// It remembers whom it was used for, and refuses to be used for another. Its text shows the channel and never an id (HTTP-2).
/// </remarks>
public sealed class DeliverySession
{
    private const int MaxIdLength = 128;

    private string? _thirdPartyId;
    private string? _pcId;

    /// <summary>Describes a session that exists, such as the one of the visitor's browser.</summary>
    /// <param name="id">1 to 128 visible characters of ASCII, none of <c>? { } /</c> (DELIVERY-3).</param>
    /// <param name="mbox">The name of the mbox that the call is made for, as it will be listed in Target.</param>
    /// <param name="channel">Where the session takes place.</param>
    /// <exception cref="ArgumentException">It is no such id, or no name; the message does not hold the id.</exception>
    public DeliverySession(string id, string mbox, DeliveryChannel channel = DeliveryChannel.Web)
    {
        bool isId =
            id is { Length: > 0 and <= MaxIdLength }
            && !id.AsSpan().ContainsAnyExceptInRange('!', '~')
            && !id.AsSpan().ContainsAny("?{}/");
        if (!isId)
        {
            throw new ArgumentException(
                "The id of the session is not 1 to 128 visible characters of ASCII without ? { } and / (DELIVERY-3). "
                    + "Give the visitor's own session id, or make a session with DeliverySession.Start.",
                nameof(id)
            );
        }

        if (string.IsNullOrWhiteSpace(mbox) || mbox.EnumerateRunes().Any(IsUnfit))
        {
            throw new ArgumentException(
                "The name of the mbox is empty, or holds control characters or half of a surrogate pair (URL-3). "
                    + "Give the name that Target is to list.",
                nameof(mbox)
            );
        }

        if (!Enum.IsDefined(channel))
        {
            throw new ArgumentOutOfRangeException(nameof(channel), channel, "There is no such channel.");
        }

        Id = id!;
        Mbox = mbox;
        Channel = channel;
    }

    /// <summary>The id of the session. Keep it out of logs.</summary>
    public string Id { get; }

    /// <summary>The name of the mbox that the call is made for.</summary>
    public string Mbox { get; }

    /// <summary>Where the session takes place.</summary>
    public DeliveryChannel Channel { get; }

    /// <summary>Makes a session with an id of its own. Keep it for the further calls of the same visitor, 30 minutes at most.</summary>
    /// <param name="mbox">The name of the mbox that the call is made for, as it will be listed in Target.</param>
    /// <param name="channel">Where the session takes place.</param>
    /// <exception cref="ArgumentException">It is no name.</exception>
    public static DeliverySession Start(string mbox, DeliveryChannel channel = DeliveryChannel.Web) =>
        new(Guid.NewGuid().ToString("N"), mbox, channel);

    /// <summary>The channel; never an id.</summary>
    public override string ToString() => Channel is DeliveryChannel.Mobile ? "mobile session" : "web session";

    // What stands for half of a pair, which has no UTF-8 form and would reach Target so.
    private static bool IsUnfit(Rune rune) => Rune.IsControl(rune) || rune == Rune.ReplacementChar;

    /// <summary>Notes whose session it is; false if it is another visitor's (DELIVERY-3). A visitor may have an id of each kind.</summary>
    internal bool TryMeet(ProfileKeyKind kind, string id)
    {
        ref string? known = ref (kind is ProfileKeyKind.ThirdPartyId ? ref _thirdPartyId : ref _pcId);
        return (Interlocked.CompareExchange(ref known, id, null) ?? id) == id;
    }
}
