using System.Text;

namespace ProfileSchema.Client;

/// <summary>
/// Represents a visitor's session, in which <see cref="ProfileClient.UpdateInSessionAsync{T}(T, DeliverySession, SessionUpdateOptions?, CancellationToken)"/>
/// sends profile parameters through the Delivery API (DELIVERY-1). A session belongs to one visitor and lasts 30 minutes. If two
/// visitors share a session, profile changes are unpredictable (DELIVERY-3).
/// </summary>
/// <remarks>
/// The session remembers the visitor that it was first used for, and an update for another visitor throws an
/// <see cref="ArgumentException"/>.
/// </remarks>
public sealed class DeliverySession
{
    private const int MaxIdLength = 128;

    private string? _thirdPartyId;
    private string? _pcId;

    /// <summary>Initializes a new instance for an existing session, such as the session of the visitor's browser.</summary>
    /// <param name="id">The id of the session: 1 to 128 visible ASCII characters other than <c>? { } /</c> (DELIVERY-3).</param>
    /// <param name="mbox">The name of the mbox that the call is made for, which Target lists.</param>
    /// <param name="channel">The channel of the session.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="mbox"/> is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="channel"/> is not a defined value.</exception>
    public DeliverySession(string id, string mbox, DeliveryChannel channel = DeliveryChannel.Web)
    {
        bool isId =
            id is { Length: > 0 and <= MaxIdLength }
            && !id.AsSpan().ContainsAnyExceptInRange('!', '~')
            && !id.AsSpan().ContainsAny("?{}/");
        if (!isId)
        {
            throw new ArgumentException(
                "The session id must have 1 to 128 visible ASCII characters other than ? { } and / (DELIVERY-3). Pass the visitor's own "
                    + "session id, or create a session with DeliverySession.Start.",
                nameof(id)
            );
        }

        if (string.IsNullOrWhiteSpace(mbox) || mbox.EnumerateRunes().Any(IsUnfit))
        {
            throw new ArgumentException(
                "The mbox name must not be blank or contain control characters or an unpaired surrogate (URL-3).",
                nameof(mbox)
            );
        }

        if (!Enum.IsDefined(channel))
        {
            throw new ArgumentOutOfRangeException(nameof(channel), channel, "The channel must be Web or Mobile.");
        }

        Id = id!;
        Mbox = mbox;
        Channel = channel;
    }

    /// <summary>Gets the id of the session. Don't log it.</summary>
    public string Id { get; }

    /// <summary>Gets the name of the mbox that the call is made for.</summary>
    public string Mbox { get; }

    /// <summary>Gets the channel of the session.</summary>
    public DeliveryChannel Channel { get; }

    /// <summary>Creates a session with a new id. Use it for further calls of the same visitor, for 30 minutes at most.</summary>
    /// <param name="mbox">The name of the mbox that the call is made for, which Target lists.</param>
    /// <param name="channel">The channel of the session.</param>
    /// <returns>The new session.</returns>
    /// <exception cref="ArgumentException"><paramref name="mbox"/> is not valid.</exception>
    public static DeliverySession Start(string mbox, DeliveryChannel channel = DeliveryChannel.Web) =>
        new(Guid.NewGuid().ToString("N"), mbox, channel);

    /// <summary>Returns the channel. The text contains no id.</summary>
    public override string ToString() => Channel is DeliveryChannel.Mobile ? "mobile session" : "web session";

    // What stands for half of a pair, which has no UTF-8 form and would reach Target so.
    private static bool IsUnfit(Rune rune) => Rune.IsControl(rune) || rune == Rune.ReplacementChar;

    /// <summary>Binds the session to a visitor; false if it is bound to another one (DELIVERY-3). A visitor may have an ID of each kind.</summary>
    internal bool TryBindVisitor(ProfileKeyKind kind, string id)
    {
        ref string? known = ref (kind is ProfileKeyKind.ThirdPartyId ? ref _thirdPartyId : ref _pcId);
        return (Interlocked.CompareExchange(ref known, id, null) ?? id) == id;
    }
}

/// <summary>Specifies the channel of a visitor's session (DELIVERY-1).</summary>
public enum DeliveryChannel
{
    /// <summary>A website, or any other channel that isn't an app.</summary>
    Web,

    /// <summary>A mobile app.</summary>
    Mobile,
}
