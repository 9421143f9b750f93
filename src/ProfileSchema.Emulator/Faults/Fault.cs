using System.Globalization;
using ProfileSchema.Emulator.Faults;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator;

/// <summary>
/// Describes what goes wrong with one call. Faults have no state, and two faults with the same effect are equal, so that tests can compare
/// and count them. <see cref="BatchFault"/> creates the faults of accepted batches.
/// </summary>
public abstract record Fault
{
    private protected Fault() { }

    /// <summary>Gets a fault without an effect. In a script, it stands for a call that succeeds.</summary>
    public static Fault None { get; } = new NoFault();

    /// <summary>The connection is reset (RST).</summary>
    public static Fault Reset(FaultMoment moment) => new ResetFault(Defined(moment));

    /// <summary>
    /// The call is delayed by the emulator's clock and then continues. <see cref="FaultMoment.InsideBody"/> stalls the upload: no byte is
    /// read during the delay. A small body fits into the buffers of the operating system, so its sender sees a late reply.
    /// </summary>
    /// <param name="moment">The point at which the call is delayed.</param>
    /// <param name="time">The delay, or <see cref="Timeout.InfiniteTimeSpan"/> to wait until the sender closes the connection.</param>
    public static Fault Delay(FaultMoment moment, TimeSpan time) =>
        new DelayFault(Defined(moment), FaultArguments.Time(time));

    /// <summary>The reply has a status from 400 to 599, in the form of the API.</summary>
    /// <param name="status">The status, for example 429, 503, or 403 although the token is valid.</param>
    /// <param name="moment">Whether the call takes effect. By default it does not.</param>
    /// <param name="retryAfter">The Retry-After header, or null for none.</param>
    /// <exception cref="ArgumentException">The moment is neither <see cref="FaultMoment.BeforeEffect"/> nor <see cref="FaultMoment.AfterEffect"/>.</exception>
    public static Fault Status(int status, FaultMoment moment = FaultMoment.BeforeEffect, RetryAfter? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return moment is FaultMoment.BeforeEffect or FaultMoment.AfterEffect
            ? new StatusFault(status, moment, retryAfter)
            : throw new ArgumentException("The moment must be BeforeEffect or AfterEffect.", nameof(moment));
    }

    /// <summary>The call is redirected and takes no effect (HTTP-1).</summary>
    /// <param name="location">The URL of the Location header.</param>
    /// <param name="status">The status: 301, 302, 303, 307 or 308.</param>
    public static Fault Redirect(Uri location, int status = 307)
    {
        ArgumentNullException.ThrowIfNull(location);
        return status is 301 or 302 or 303 or 307 or 308
            ? new RedirectFault(location, status)
            : throw new ArgumentOutOfRangeException(
                nameof(status),
                status,
                "The status must be 301, 302, 303, 307, or 308."
            );
    }

    /// <summary>The call is declined with status 200 and <c>success</c> = <c>false</c> (BULK-3, SINGLE-6).</summary>
    public static Fault Unsuccessful(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new UnsuccessfulFault(message);
    }

    /// <summary>The call takes effect, and its reply is malformed or unusual.</summary>
    public static Fault Reply(ReplyFlaw flaw) => new FlawedReplyFault(FaultArguments.Defined(flaw));

    /// <summary>The call takes effect, and its reply is sent in pieces, each after a pause by the emulator's clock.</summary>
    /// <param name="pause">The pause, or <see cref="Timeout.InfiniteTimeSpan"/> to never send the body of the reply.</param>
    /// <param name="pieceBytes">The number of bytes of the body in a piece.</param>
    public static Fault TricklingReply(TimeSpan pause, int pieceBytes = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pieceBytes);
        return new TricklingReplyFault(FaultArguments.Time(pause), pieceBytes);
    }

    /// <summary>The reply sets a cookie, which a client must not send with a later call (HTTP-1).</summary>
    public static Fault SetCookie(string cookie = "mboxPC=111492025094307-353046.28_0; Path=/")
    {
        ArgumentException.ThrowIfNullOrEmpty(cookie);
        return new SetCookieFault(cookie);
    }

    /// <summary>Combines two faults. If both set the reply, this fault does.</summary>
    public Fault With(Fault other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new CombinedFault(this, other);
    }

    /// <summary>The call takes effect, and its reply attacks whoever reads it (STATUS-7).</summary>
    internal static Fault Reply(HostileReply reply) => new HostileReplyFault(reply);

    /// <summary>Whether the fault can be applied to a call of this operation.</summary>
    internal virtual bool Suits(TargetOperation operation) => operation != TargetOperation.Unknown;

    internal virtual TimeSpan HoldAt(FaultMoment moment) => TimeSpan.Zero;

    internal virtual bool ResetsAt(FaultMoment moment) => false;

    internal virtual Reply? ReplyAt(FaultMoment moment, Func<int, string, Reply> refuse, DateTimeOffset now) => null;

    /// <summary>Changes the reply; returns the same object if there is nothing to change.</summary>
    internal virtual Reply Distort(Reply reply) => reply;

    /// <summary>Applies the fault to an accepted batch. Returns whether the fault concerns batches.</summary>
    internal virtual bool ApplyTo(BatchFaultSettings settings) => false;

    private static FaultMoment Defined(FaultMoment moment) => FaultArguments.Defined(moment);
}

/// <summary>Specifies the point of a call at which its fault is applied.</summary>
public enum FaultMoment
{
    /// <summary>The headers were read, but not the body.</summary>
    BeforeBody,

    /// <summary>Half of the body was read, or some of it if its length was not declared.</summary>
    InsideBody,

    /// <summary>The call was read completely, but not applied.</summary>
    BeforeEffect,

    /// <summary>The call was applied, but its reply was not sent (BULK-7).</summary>
    AfterEffect,
}

/// <summary>
/// Specifies what is malformed or unusual in a reply. <see cref="UnescapedAmpersand"/> and the values after it change XML replies
/// only.
/// </summary>
public enum ReplyFlaw
{
    /// <summary>The reply ends in the middle, and the connection is closed.</summary>
    BrokenOff,

    /// <summary>The reply ends in the middle, with a matching length.</summary>
    Truncated,

    /// <summary>The reply has headers but no body.</summary>
    Empty,

    /// <summary>The reply is an HTML page of a proxy, with status 200.</summary>
    Html,

    /// <summary>The body begins with a byte order mark.</summary>
    ByteOrderMark,

    /// <summary>The body contains an unescaped ampersand (BULK-4).</summary>
    UnescapedAmpersand,

    /// <summary>The body contains unknown elements and attributes (STATUS-2).</summary>
    UnknownElements,

    /// <summary>The names of elements begin with a capital letter.</summary>
    WrongCase,

    /// <summary>The body has an XML declaration and white space around every value (STATUS-2).</summary>
    WhiteSpace,
}

/// <summary>Represents a Retry-After header, in one of its two forms.</summary>
public readonly record struct RetryAfter
{
    private readonly TimeSpan _delay;
    private readonly bool _isDate;

    private RetryAfter(TimeSpan delay, bool isDate)
    {
        _delay = delay;
        _isDate = isDate;
    }

    /// <summary>Returns a header with a number of seconds.</summary>
    public static RetryAfter Seconds(int seconds) => new(TimeSpan.FromSeconds(seconds), isDate: false);

    /// <summary>Returns a header with an HTTP date, relative to the emulator's clock. A negative delay is a date in the past.</summary>
    public static RetryAfter Date(TimeSpan delay) => new(delay, isDate: true);

    internal string ToHeader(DateTimeOffset now) =>
        _isDate
            ? (now + _delay).ToString("r", CultureInfo.InvariantCulture)
            : _delay.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
