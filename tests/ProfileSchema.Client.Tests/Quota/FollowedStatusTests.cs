using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Quota;

/// <summary>Uploads wait for the statuses that somebody follows (STATUS-4).</summary>
[Trait("Clause", "STATUS-4")]
public sealed class FollowedStatusTests : EmulatorTest
{
    [Fact]
    public async Task UpdateMany_sends_the_eleventh_file_only_when_the_oldest_of_ten_has_completed()
    {
        const int questions = 8;
        var order = new ConcurrentQueue<string>();
        int batches = 0;
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Method == "POST")
            {
                int sent = batches++;
                order.Enqueue($"sent {sent}");
                return context.Response.WriteAsync(
                    $"<response><success>true</success><batchStatus>http://{context.Request.Host}/s?batchId={sent}</batchStatus></response>",
                    context.RequestAborted
                );
            }

            int batch = int.Parse(context.Request.Query["batchId"]!, CultureInfo.InvariantCulture);
            bool isPending = batch == 0 && Interlocked.Increment(ref asked) < questions;
            if (!isPending)
            {
                order.Enqueue($"completed {batch}");
            }

            return context.Response.WriteAsync(
                $"<response><status>{(isPending ? "incomplete" : "complete")}</status><successfulUpdates>1</successfulUpdates></response>",
                context.RequestAborted
            );
        });
        using ProfileClient client = server.CreateClient();
        var options = new BulkOptions { MaxRowsPerFile = 1 };

        BulkResult result = await client.UpdateManyAsync(Members(11), options, null, Cancellation);

        Assert.Equal(11, result.Updated);
        string[] events = [.. order];
        int oldest = Array.IndexOf(events, "completed 0");
        Assert.Equal(9, events[..oldest].Count(happened => happened.StartsWith("completed", StringComparison.Ordinal)));
        Assert.InRange(Array.IndexOf(events, "sent 10"), oldest + 1, int.MaxValue);
    }

    [Fact]
    public async Task UpdateMany_that_follows_nothing_waits_for_statuses_that_others_follow_and_says_so()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var quota = new LocalAccountQuota(timeProvider: Clock);
        var followed = new List<StatusPosition>();
        for (int i = 0; i < 10; i++)
        {
            followed.Add(await quota.TakeStatusPositionAsync(isFollowed: true, Cancellation));
            await followed[i].EndAttemptAsync();
        }

        ProfileClient client = CreateClient(emulator, options => options.Quota = quota);
        var waits = new Waits();
        var options = new BulkOptions { StatusTimeout = TimeSpan.Zero };
        Task<BulkResult> run = client.UpdateManyAsync(Members(2), options, waits, Cancellation);

        await waits.ForStatusPosition.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        long early = emulator.CallCount;
        foreach (StatusPosition position in followed)
        {
            await position.DisposeAsync();
        }

        BulkResult result = await run;
        Assert.Equal((0, 2), (early, result.Accepted));
    }

    private static Member[] Members(int count) => [.. Enumerable.Range(0, count).Select(i => new Member($"m{i}", "x"))];

    private sealed class Waits : IProgress<BulkProgress>
    {
        private readonly TaskCompletionSource _position = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task ForStatusPosition => _position.Task;

        public void Report(BulkProgress value)
        {
            if (value.WaitingFor is BulkWait.StatusPosition)
            {
                _position.TrySetResult();
            }
        }
    }
}
