namespace ProfileSchema.Emulator;

/// <summary>
/// Something that goes wrong with one call. Faults have no state and are equal if they do the same, so that tests can compare
/// and count them. Those that concern an accepted batch are made by <see cref="BatchFault"/>.
/// </summary>
public abstract record Fault
{
    private protected Fault() { }

    /// <summary>Nothing goes wrong: in a script, a call that is let through.</summary>
    public static Fault None { get; } = new NoFault();

    /// <summary>The connection is reset, by RST and not by an orderly end, so that no client repeats the call unasked.</summary>
    public static Fault Reset(FaultMoment moment) => new ResetFault(Defined(moment));

    /// <summary>
    /// The call is held for a time on the emulator's clock, then it goes on. Inside the body it is a stalled upload: no byte is
    /// taken meanwhile, which the sender of a small body, being in the buffers of the system, sees as a late reply.
    /// </summary>
    /// <param name="moment">When it is held.</param>
    /// <param name="time">For how long; <see cref="Timeout.InfiniteTimeSpan"/>: until the sender leaves.</param>
    public static Fault Delay(FaultMoment moment, TimeSpan time) =>
        new DelayFault(Defined(moment), FaultArguments.Time(time));

    /// <summary>The call is answered with a status of 400 to 599, in the form of its API.</summary>
    /// <param name="status">The status, for example 429, 503, or 403 although the token is right.</param>
    /// <param name="moment">Whether the call took effect all the same. Default: it did not.</param>
    /// <param name="retryAfter">The header Retry-After; null: there is none.</param>
    /// <exception cref="ArgumentException">The moment is not one of the two about the effect.</exception>
    public static Fault Status(int status, FaultMoment moment = FaultMoment.BeforeEffect, RetryAfter? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return moment is FaultMoment.BeforeEffect or FaultMoment.AfterEffect
            ? new StatusFault(status, moment, retryAfter)
            : throw new ArgumentException("A reply is given before or after the effect.", nameof(moment));
    }

    /// <summary>The call is sent elsewhere and takes no effect (HTTP-1).</summary>
    /// <param name="location">The address in the header Location.</param>
    /// <param name="status">301, 302, 303, 307 or 308.</param>
    public static Fault Redirect(Uri location, int status = 307)
    {
        ArgumentNullException.ThrowIfNull(location);
        return status is 301 or 302 or 303 or 307 or 308
            ? new RedirectFault(location, status)
            : throw new ArgumentOutOfRangeException(nameof(status), status, "This status is no redirect.");
    }

    /// <summary>The call is refused with 200 and <c>success</c> = <c>false</c> (BULK-3, SINGLE-6).</summary>
    public static Fault Unsuccessful(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new UnsuccessfulFault(message);
    }

    /// <summary>The call takes effect and its reply comes with a flaw.</summary>
    public static Fault Reply(ReplyFlaw flaw) => new FlawedReplyFault(FaultArguments.Defined(flaw));

    /// <summary>The call takes effect and its reply comes in pieces, with a pause on the emulator's clock before each.</summary>
    /// <param name="pause">The pause; <see cref="Timeout.InfiniteTimeSpan"/>: the body of the reply never comes.</param>
    /// <param name="pieceBytes">How many bytes of the body come at a time.</param>
    public static Fault TricklingReply(TimeSpan pause, int pieceBytes = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pieceBytes);
        return new TricklingReplyFault(FaultArguments.Time(pause), pieceBytes);
    }

    /// <summary>The reply sets a cookie, which must not travel with the next person's call (HTTP-1).</summary>
    public static Fault SetCookie(string cookie = "mboxPC=111492025094307-353046.28_0; Path=/")
    {
        ArgumentException.ThrowIfNullOrEmpty(cookie);
        return new SetCookieFault(cookie);
    }

    /// <summary>Both at once. Where both would answer, this one does.</summary>
    public Fault With(Fault other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new CombinedFault(this, other);
    }

    /// <summary>Whether it can hit a call of this kind at all.</summary>
    internal virtual bool Suits(TargetOperation operation) => operation != TargetOperation.Unknown;

    internal virtual TimeSpan HoldAt(FaultMoment moment) => TimeSpan.Zero;

    internal virtual bool ResetsAt(FaultMoment moment) => false;

    internal virtual Reply? ReplyAt(FaultMoment moment, IProfileApi api, DateTimeOffset now) => null;

    /// <summary>Changes the reply; returns the same object if there is nothing to change.</summary>
    internal virtual Reply Distort(Reply reply) => reply;

    /// <summary>Writes into the fate of the accepted batch; returns whether it did.</summary>
    internal virtual bool Befall(BatchFate fate) => false;

    private static FaultMoment Defined(FaultMoment moment) => FaultArguments.Defined(moment);
}
