using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Faults;

/// <summary>See <see cref="Fault.None"/>.</summary>
internal sealed record NoFault : Fault;

/// <summary>See <see cref="Fault.Reset"/>.</summary>
internal sealed record ResetFault(FaultMoment Moment) : Fault
{
    internal override bool ResetsAt(FaultMoment moment) => moment == Moment;
}

/// <summary>See <see cref="Fault.Delay"/>.</summary>
internal sealed record DelayFault(FaultMoment Moment, TimeSpan Time) : Fault
{
    internal override TimeSpan HoldAt(FaultMoment moment) => moment == Moment ? Time : TimeSpan.Zero;
}

/// <summary>See <see cref="Fault.Status"/>.</summary>
internal sealed record StatusFault(int Code, FaultMoment Moment, RetryAfter? RetryAfter) : Fault
{
    internal override Reply? ReplyAt(FaultMoment moment, Func<int, string, Reply> refuse, DateTimeOffset now)
    {
        if (moment != Moment)
        {
            return null;
        }

        Reply reply = refuse(Code, "The service cannot answer this call as asked.");
        return RetryAfter is { } retryAfter ? reply.With("Retry-After", retryAfter.ToHeader(now)) : reply;
    }
}

/// <summary>See <see cref="Fault.Redirect"/>.</summary>
internal sealed record RedirectFault(Uri Location, int Code) : Fault
{
    internal override Reply? ReplyAt(FaultMoment moment, Func<int, string, Reply> refuse, DateTimeOffset now) =>
        moment == FaultMoment.BeforeEffect
            ? refuse(Code, "The service has moved.").With("Location", Location.OriginalString)
            : null;
}

/// <summary>See <see cref="Fault.Unsuccessful"/>.</summary>
internal sealed record UnsuccessfulFault(string Message) : Fault
{
    internal override bool Suits(TargetOperation operation) =>
        operation is TargetOperation.SingleUpdate or TargetOperation.BulkUpdate or TargetOperation.BatchStatus;

    internal override Reply? ReplyAt(FaultMoment moment, Func<int, string, Reply> refuse, DateTimeOffset now) =>
        moment == FaultMoment.BeforeEffect ? refuse(StatusCodes.Status200OK, Message) : null;
}

/// <summary>See <see cref="Fault.With"/>.</summary>
internal sealed record CombinedFault(Fault First, Fault Second) : Fault
{
    internal override bool Suits(TargetOperation operation) => First.Suits(operation) && Second.Suits(operation);

    internal override TimeSpan HoldAt(FaultMoment moment)
    {
        TimeSpan first = First.HoldAt(moment);
        TimeSpan second = Second.HoldAt(moment);
        bool isForever = first == Timeout.InfiniteTimeSpan || second == Timeout.InfiniteTimeSpan;
        return isForever ? Timeout.InfiniteTimeSpan : first + second;
    }

    internal override bool ResetsAt(FaultMoment moment) => First.ResetsAt(moment) || Second.ResetsAt(moment);

    internal override Reply? ReplyAt(FaultMoment moment, Func<int, string, Reply> refuse, DateTimeOffset now) =>
        First.ReplyAt(moment, refuse, now) ?? Second.ReplyAt(moment, refuse, now);

    internal override Reply Distort(Reply reply) => Second.Distort(First.Distort(reply));

    internal override bool ApplyTo(BatchFaultSettings settings) => First.ApplyTo(settings) | Second.ApplyTo(settings);
}

/// <summary>See <see cref="Fault.Reply(ReplyFlaw)"/>.</summary>
internal sealed record FlawedReplyFault(ReplyFlaw Flaw) : Fault
{
    internal override bool Suits(TargetOperation operation) =>
        IsXml(operation) || (operation != TargetOperation.Unknown && Flaw < ReplyFlaw.UnescapedAmpersand);

    internal override Reply Distort(Reply reply) => FlawedReply.Make(reply, Flaw);

    /// <summary>Whether the replies to calls of this operation are XML.</summary>
    public static bool IsXml(TargetOperation operation) =>
        operation is TargetOperation.SingleUpdate or TargetOperation.BulkUpdate or TargetOperation.BatchStatus;
}

/// <summary>See <see cref="Fault.Reply(HostileReply)"/>.</summary>
internal sealed record HostileReplyFault(HostileReply Kind) : Fault
{
    internal override bool Suits(TargetOperation operation) =>
        FlawedReplyFault.IsXml(operation) || (operation != TargetOperation.Unknown && Kind == HostileReply.Garbage);

    internal override Reply Distort(Reply reply) => FlawedReply.Make(reply, Kind);
}

/// <summary>See <see cref="Fault.TricklingReply"/>.</summary>
internal sealed record TricklingReplyFault(TimeSpan Pause, int PieceBytes) : Fault
{
    internal override Reply Distort(Reply reply) => reply with { Pause = Pause, PieceBytes = PieceBytes };
}

/// <summary>See <see cref="Fault.SetCookie"/>.</summary>
internal sealed record SetCookieFault(string Cookie) : Fault
{
    internal override Reply Distort(Reply reply) => reply.With("Set-Cookie", Cookie);
}
