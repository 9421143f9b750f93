using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Faults;

/// <summary>Applies the planned fault of one call, moment by moment. A fault is recorded when it does something.</summary>
internal sealed class FaultInjector(
    ReceivedCall call,
    Func<int, string, Reply> refuse,
    TimeProvider time,
    DelayedCalls delays
)
{
    private readonly Fault _fault = call.PlannedFault;

    /// <summary>Returns the reply that the fault gives at this moment, or null: the call goes on.</summary>
    /// <exception cref="CallResetException">The fault resets the connection.</exception>
    public async Task<Reply?> ReachAsync(FaultMoment moment, CancellationToken aborted)
    {
        TimeSpan hold = _fault.HoldAt(moment);
        if (hold != TimeSpan.Zero)
        {
            Hit();
            await delays.HoldAsync(hold, aborted).ConfigureAwait(false);
        }

        if (_fault.ResetsAt(moment))
        {
            Hit();
            throw new CallResetException();
        }

        Reply? reply = _fault.ReplyAt(moment, refuse, time.GetUtcNow());
        if (reply is not null)
        {
            Hit();
        }

        return reply;
    }

    public Reply Distort(Reply reply)
    {
        Reply distorted = _fault.Distort(reply);
        if (!ReferenceEquals(distorted, reply))
        {
            Hit();
        }

        return distorted;
    }

    private void Hit() => call.Fault = _fault;
}

/// <summary>A fault resets the connection of a call.</summary>
internal sealed class CallResetException : IOException;
