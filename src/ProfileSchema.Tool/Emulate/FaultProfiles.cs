using ProfileSchema.Emulator;

namespace ProfileSchema.Tool.Emulate;

/// <summary>Sets of faults by a name that can be typed. The same calls in the same order meet the same faults.</summary>
internal static class FaultProfiles
{
    private const int Seed = 1;

    private static readonly Dictionary<string, FaultProfile> All = new FaultProfile[]
    {
        new("none", "nothing goes wrong", null),
        new(
            "flaky",
            "one call in six is reset, broken off or answered with 500 or 503, some of them after they took effect",
            new FaultPlan(
                Seed,
                rate: 1.0 / 6,
                (Fault.Reset(FaultMoment.BeforeEffect), 1),
                (Fault.Reset(FaultMoment.AfterEffect), 1),
                (Fault.Status(500, FaultMoment.AfterEffect), 1),
                (Fault.Status(503), 2),
                (Fault.Reply(ReplyFlaw.BrokenOff), 1)
            )
        ),
        new(
            "overloaded",
            "one call in three gets 429 or 503, mostly with Retry-After",
            new FaultPlan(
                Seed,
                rate: 1.0 / 3,
                (Fault.Status(429, retryAfter: RetryAfter.Seconds(2)), 1),
                (Fault.Status(503, retryAfter: RetryAfter.Seconds(5)), 1),
                (Fault.Status(503), 1)
            )
        ),
        new(
            "slow",
            "every call takes two seconds more, or its reply comes in small pieces",
            new FaultPlan(
                Seed,
                rate: 1,
                (Fault.Delay(FaultMoment.BeforeEffect, TimeSpan.FromSeconds(2)), 3),
                (Fault.TricklingReply(TimeSpan.FromMilliseconds(200)), 1)
            )
        ),
        new(
            "odd-replies",
            "half of the replies are unusual, as the service's are known to be: XML that is none, unknown elements, older statuses",
            new FaultPlan(
                Seed,
                rate: 0.5,
                (Fault.Reply(ReplyFlaw.UnescapedAmpersand), 1),
                (Fault.Reply(ReplyFlaw.UnknownElements), 1),
                (Fault.Reply(ReplyFlaw.WrongCase), 1),
                (Fault.Reply(ReplyFlaw.WhiteSpace), 1),
                (Fault.Reply(ReplyFlaw.ByteOrderMark), 1),
                (BatchFault.OlderStatus(), 1),
                (BatchFault.StatusUrl(StatusUrlForm.MoreParameters), 1)
            )
        ),
        new(
            "failing-rows",
            "of every batch, two rows in a hundred fail",
            OfBatches(rate: 1, (BatchFault.FailingRows(0.02), 1))
        ),
        new(
            "stuck",
            "every second batch stops after its first 100 rows, or its status is forgotten after five seconds",
            OfBatches(
                rate: 0.5,
                (BatchFault.Stuck(afterRows: 100), 2),
                (BatchFault.StatusLost(TimeSpan.FromSeconds(5)), 1)
            )
        ),
    }.ToDictionary(profile => profile.Name, StringComparer.Ordinal);

    public const string None = "none";

    public static string[] Names => [.. All.Keys];

    /// <summary>The plan of a name among <see cref="Names"/>; null if nothing goes wrong.</summary>
    public static FaultPlan? PlanOf(string name) => All[name].Plan;

    /// <summary>What goes wrong under a name among <see cref="Names"/>, in words.</summary>
    public static string TextOf(string name) => All[name].Text;

    private static FaultPlan OfBatches(double rate, params (Fault Fault, double Weight)[] mix) =>
        new FaultPlan(Seed, rate: 0).On(TargetOperation.BulkUpdate, rate, mix);

    private sealed record FaultProfile(string Name, string Text, FaultPlan? Plan);
}
