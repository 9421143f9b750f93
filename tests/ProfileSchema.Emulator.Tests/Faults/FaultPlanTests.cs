namespace ProfileSchema.Emulator.Tests;

public sealed class FaultPlanTests
{
    private const int Calls = 20_000;

    private static readonly Fault Busy = Fault.Status(503);
    private static readonly Fault Lost = Fault.Reset(FaultMoment.AfterEffect);
    private static readonly Fault Stuck = BatchFault.Stuck(1);
    private static readonly int[] KnownHits = [0, 3, 12, 13, 14, 16, 18, 21, 22, 23, 25, 28, 31, 32, 33, 36, 39];

    [Fact]
    public void FaultOf_returns_faults_at_the_rate_and_by_their_weights()
    {
        var plan = new FaultPlan(seed: 1, rate: 0.1, (Busy, 1), (Lost, 3));
        Fault[] faults = Draw(plan, TargetOperation.BatchStatus);
        Assert.InRange(faults.Count(fault => fault == Busy), Calls * 0.02, Calls * 0.03);
        Assert.InRange(faults.Count(fault => fault == Lost), Calls * 0.07, Calls * 0.08);
    }

    [Fact]
    public void FaultOf_depends_on_seed_operation_and_number_alone()
    {
        Fault[] first = Draw(Make(seed: 1), TargetOperation.Fetch);
        Assert.Equal(first, Draw(Make(seed: 1), TargetOperation.Fetch));
        Assert.NotEqual(first, Draw(Make(seed: 2), TargetOperation.Fetch));
        Assert.NotEqual(first, Draw(Make(seed: 1), TargetOperation.SingleUpdate));
        Assert.NotEqual(first[..100], first[100..200]);

        // Written down, so that a seed means the same on every framework and in every version.
        int[] hit = [.. Enumerable.Range(0, 40).Where(call => first[call] != Fault.None)];
        Assert.Equal(KnownHits, hit);

        static FaultPlan Make(int seed) => new(seed, 0.5, (Busy, 1), (Lost, 1));
    }

    [Fact]
    public void FaultOf_returns_faults_that_suit_the_operation_or_those_of_its_own_mix()
    {
        FaultPlan plan = new FaultPlan(seed: 1, rate: 1, (Busy, 1), (Stuck, 1)).On(
            TargetOperation.SingleUpdate,
            0.5,
            (Lost, 1)
        );

        Assert.Equal([Busy, Stuck], Draw(plan, TargetOperation.BulkUpdate).Distinct().OrderBy(f => f == Stuck));
        Assert.Equal([Busy], Draw(plan, TargetOperation.BatchStatus).Distinct());
        Assert.Equal([Fault.None, Lost], Draw(plan, TargetOperation.SingleUpdate).Distinct().OrderBy(f => f == Lost));
        Assert.All(Draw(plan, TargetOperation.Unknown), fault => Assert.Equal(Fault.None, fault));
        Assert.All(Draw(new FaultPlan(1, 0, (Busy, 1)), TargetOperation.Fetch), f => Assert.Equal(Fault.None, f));
    }

    [Fact]
    public void Faults_with_the_same_effect_are_equal_and_ToString_describes_them()
    {
        Assert.Equal(Lost.With(Busy), Fault.Reset(FaultMoment.AfterEffect).With(Fault.Status(503)));
        Assert.NotEqual(Busy, Fault.Status(503, retryAfter: RetryAfter.Seconds(1)));
        Assert.Contains("Reset", Lost.ToString(), StringComparison.Ordinal);
        Assert.Contains("AfterEffect", Lost.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_and_plans_with_arguments_out_of_range_throw()
    {
        var plan = new FaultPlan(1, 1);
        Action[] wrong =
        [
            () => Fault.Reset((FaultMoment)9),
            () => Fault.Delay(FaultMoment.AfterEffect, TimeSpan.FromSeconds(-2)),
            () => Fault.Status(200),
            () => Fault.Status(600),
            () => Fault.Status(503, FaultMoment.InsideBody),
            () => Fault.Redirect(new Uri("http://127.0.0.1"), 304),
            () => Fault.Reply((ReplyFlaw)99),
            () => Fault.TricklingReply(TimeSpan.Zero, 0),
            () => Fault.SetCookie(""),
            () => BatchFault.Stuck(-1),
            () => BatchFault.StatusLost(TimeSpan.FromTicks(-1)),
            () => BatchFault.StatusUrl((StatusUrlForm)99),
            () => BatchFault.StatusUrlAt(""),
            () => BatchFault.FailingRows(1.1),
            () => BatchFault.LostRows(double.NaN),
            () => _ = new FaultPlan(1, -0.1),
            () => _ = new FaultPlan(1, 0.1, (Busy, 0)),
            () => plan.On(TargetOperation.Fetch, 0.1, (Stuck, 1)),
            () => plan.On(TargetOperation.Unknown, 0.1, (Busy, 1)),
            () => plan.On(TargetOperation.Fetch, 0.1, (Fault.Unsuccessful("no"), 1)),
        ];

        Assert.All(wrong, make => Assert.ThrowsAny<ArgumentException>(make));
    }

    private static Fault[] Draw(FaultPlan plan, TargetOperation operation) =>
        [.. Enumerable.Range(1, Calls).Select(number => plan.FaultOf(operation, number))];
}
