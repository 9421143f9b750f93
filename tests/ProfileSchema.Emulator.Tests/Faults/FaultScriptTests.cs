using System.Net;

namespace ProfileSchema.Emulator.Tests;

public sealed class FaultScriptTests : FaultTest
{
    private static readonly Fault Busy = Fault.Status(503);
    private static readonly Fault Broken = Fault.Status(500);

    [Fact]
    public async Task A_script_hits_the_calls_of_its_operation_in_order()
    {
        await StartWithAsync(TargetOperation.SingleUpdate, Busy, Fault.None);
        Emulator.Faults.Next(TargetOperation.SingleUpdate, Broken);
        Emulator.Faults.Next(TargetOperation.Fetch, Broken);
        Assert.Equal(4, Emulator.Faults.PendingCount);
        int[] statuses = [await SendAsync(), await SendAsync(), (int)(await FetchAsync()).Status, await SendAsync()];
        Assert.Equal([503, 200, 500, 500], statuses);
        Assert.Equal([Busy, null, Broken, Broken], Emulator.Calls.Select(call => call.Fault));
        Assert.Equal((0, 3L), (Emulator.Faults.PendingCount, Emulator.Faults.HitCount));
        Assert.Equal((1L, 2L), (Emulator.Faults.Hits[Busy], Emulator.Faults.Hits[Broken]));
        Assert.Equal(200, await SendAsync());

        async Task<int> SendAsync() => (int)(await UpdateAsync()).Status;
    }

    [Fact]
    public async Task A_call_that_is_not_let_in_takes_no_fault_and_one_that_is_refused_itself_is_not_hit_by_that_of_a_batch()
    {
        await StartAsync(time =>
            new()
            {
                TimeProvider = time,
                BulkCallsPerMinute = 1,
                RequiredToken = "t",
            }
        );
        Emulator.Faults.Next(TargetOperation.BulkUpdate, BatchFault.Stuck(0));

        Assert.Equal(HttpStatusCode.Forbidden, (await BatchAsync(File)).Status);

        Account.RequiredToken = null;
        Assert.Equal(1, Emulator.Faults.PendingCount);
        Assert.Equal("false", (await BatchAsync("batch=\n")).Element("success"));
        Assert.Equal(0, Emulator.Faults.PendingCount);

        Emulator.Faults.Next(TargetOperation.BulkUpdate, Broken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await BatchAsync(File)).Status);
        Assert.Equal(1, Emulator.Faults.PendingCount);
        Assert.All(Emulator.Calls, call => Assert.Null(call.Fault));
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task A_call_takes_from_the_budget_when_it_arrives_whatever_holds_it_up()
    {
        await StartAsync(time => new() { TimeProvider = time, BulkCallsPerMinute = 1 });
        Emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            Fault.Delay(FaultMoment.InsideBody, TimeSpan.FromSeconds(60)),
            Fault.Reset(FaultMoment.BeforeBody)
        );
        Task<Answer> held = BatchAsync(File);

        await UntilAsync(() => Emulator.Faults.HeldCallCount == 1);
        Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("true", (await held).Element("success"));
        await Assert.ThrowsAsync<HttpRequestException>(() => BatchAsync(File));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await BatchAsync(File)).Status);
    }

    [Fact]
    public async Task The_plan_is_asked_where_the_script_is_silent()
    {
        var plan = new FaultPlan(seed: 3, rate: 1, (Busy, 1));

        await StartAsync(time => new() { TimeProvider = time, FaultPlan = plan });

        Assert.Same(plan, Emulator.Faults.Plan);

        Emulator.Faults.Next(TargetOperation.SingleUpdate, Broken);
        Assert.Equal(HttpStatusCode.InternalServerError, (await UpdateAsync()).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await UpdateAsync()).Status);

        Emulator.Faults.Plan = null;
        Assert.Equal(HttpStatusCode.OK, (await UpdateAsync()).Status);
        Assert.Equal(2, Emulator.Faults.HitCount);

        Emulator.Faults.Next(TargetOperation.SingleUpdate, Broken);
        Emulator.Faults.Clear();

        Assert.Equal((0, 0L), (Emulator.Faults.PendingCount, Emulator.Faults.HitCount));
        Assert.Equal(HttpStatusCode.OK, (await UpdateAsync()).Status);
    }

    [Fact]
    public async Task Equal_seeds_hit_equal_calls_over_the_wire()
    {
        var plan = new FaultPlan(seed: 11, rate: 0.4, (Busy, 1), (Fault.Reset(FaultMoment.AfterEffect), 1));
        await StartAsync(time => new() { TimeProvider = time, FaultPlan = plan });
        for (int call = 0; call < 40; call++)
        {
            // Other operations in between do not change who is hit.
            if (call % 3 == 0)
            {
                await Record.ExceptionAsync(() => GetAsync($"m2/{Code}/profile/batchStatus"));
            }

            await Record.ExceptionAsync(UpdateAsync);
        }

        await UntilAsync(() => Emulator.Calls.Count(IsUpdate) == 40);
        Fault[] expected = [.. Enumerable.Range(1, 40).Select(n => plan.FaultOf(TargetOperation.SingleUpdate, n))];
        Assert.Equal(expected, Emulator.Calls.Where(IsUpdate).Select(call => call.Fault ?? Fault.None));
        Assert.InRange(expected.Count(fault => fault != Fault.None), 8, 24);

        static bool IsUpdate(ReceivedCall call) => call.Operation == TargetOperation.SingleUpdate;
    }
}
