using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Bulk;

/// <summary>What a run says about the time it still takes, held against the time that it took, on a clock that is moved.</summary>
public sealed class TimeLeftTests : EmulatorTest
{
    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task It_knows_how_long_the_budget_makes_files_wait()
    {
        // 200 files at 40 in any minute: the last forty go after four minutes.
        (List<Report> reports, DateTimeOffset end) = await RunAsync(Members(200), OneRowEach());
        Report first = reports.First(report => report.Progress.TimeLeft is not null);
        Assert.InRange(first.Progress.TimeLeft!.Value.TotalSeconds, 230, 250);
        AssertRight(reports, end);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task A_file_on_the_wire_needs_no_further_permit()
    {
        // The fortieth has the last permit of the minute, and its answer takes half of one.
        Fault slow = Fault.Delay(FaultMoment.AfterEffect, TimeSpan.FromSeconds(30));
        (List<Report> reports, _) = await RunAsync(
            Members(40),
            OneRowEach(),
            [.. Enumerable.Repeat(Fault.None, 39), slow]
        );
        Report[] last = [.. reports.Where(report => report.Progress.Sent == 39)];
        Assert.NotEmpty(last);
        Assert.All(last, report => Assert.InRange(report.Progress.TimeLeft!.Value.TotalSeconds, 0, 35));
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task It_knows_how_long_statuses_make_files_wait()
    {
        (List<Report> reports, DateTimeOffset end) = await RunAsync(
            Members(30),
            new BulkOptions { MaxRowsPerFile = 1 },
            processingDelay: TimeSpan.FromMinutes(3)
        );

        // Asked after 1, 2.5 and 4.75 minutes. Until the first fate is known that is not known either.
        IEnumerable<Report> known = reports.SkipWhile(report => report.Progress.Resolved == 0);
        AssertRight([.. known], end);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task It_counts_the_pause_after_a_503()
    {
        (List<Report> reports, DateTimeOffset end) = await RunAsync(
            Members(10),
            OneRowEach(),
            faults: [Fault.None, Fault.Status(503, retryAfter: RetryAfter.Seconds(300))]
        );

        // That it would come was not to be foreseen.
        Report[] waiting =
        [
            .. reports.SkipWhile(report => report.Progress.WaitsFor is not (BulkWait.Retry or BulkWait.Budget)),
        ];
        Assert.InRange(waiting[0].Progress.TimeLeft!.Value.TotalSeconds, 280, 310);
        AssertRight([.. waiting], end);
    }

    [Fact]
    public async Task It_is_unknown_where_nobody_knows_how_much_there_is_and_known_once_someone_says()
    {
        (List<Report> reports, _) = await RunAsync(Iterated(Members(100)), OneRowEach());
        Report[] reading = [.. reports.Where(report => report.Progress.Read < 100)];
        Assert.NotEmpty(reading);
        Assert.All(
            reading,
            report => Assert.Equal((null, null), (report.Progress.ExpectedCount, report.Progress.TimeLeft))
        );
        Assert.Equal((100, TimeSpan.Zero), (reports[^1].Progress.ExpectedCount, reports[^1].Progress.TimeLeft));

        (reports, DateTimeOffset end) = await RunAsync(Iterated(Members(100)), OneRowEach(expected: 100));
        Assert.All(reports, report => Assert.Equal(100, report.Progress.ExpectedCount));
        AssertRight(reports, end);

        // Who said too little is not believed any more.
        (reports, _) = await RunAsync(Iterated(Members(100)), OneRowEach(expected: 10));
        Assert.All(
            reports.Where(report => report.Progress.Read is > 10 and < 100),
            report => Assert.Null(report.Progress.TimeLeft)
        );
    }

    [Fact]
    public async Task It_is_unknown_where_it_is_beyond_any_use()
    {
        (List<Report> reports, _) = await RunAsync(Iterated(Members(100)), OneRowEach(expected: long.MaxValue));
        Report[] reading = [.. reports.Where(report => report.Progress is { Read: < 100, Sent: > 0 })];
        Assert.NotEmpty(reading);
        Assert.All(reading, report => Assert.Null(report.Progress.TimeLeft));
    }

    [Fact]
    public async Task A_run_that_ends_early_promises_nothing()
    {
        await using var clock = new MovedClock();
        var reports = new List<Report>();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.None, Fault.Status(403));
        await Assert.ThrowsAsync<BulkUpdateException>(() =>
            CreateClient(emulator, clock)
                .UpdateManyAsync(Members(10), OneRowEach(), new Reporter(reports, clock), Cancellation)
        );
        Assert.Null(reports[^1].Progress.TimeLeft);
    }

    private static Member[] Members(int count) => [.. Enumerable.Range(0, count).Select(i => new Member($"m{i}", "x"))];

    private static IEnumerable<Member> Iterated(IEnumerable<Member> members)
    {
        foreach (Member member in members)
        {
            yield return member;
        }
    }

    /// <summary>Files without statuses, so that uploads alone take time.</summary>
    private static BulkOptions OneRowEach(long? expected = null) =>
        new()
        {
            MaxRowsPerFile = 1,
            StatusTimeout = TimeSpan.Zero,
            ExpectedCount = expected,
        };

    /// <summary>A machine that is busy lets the clock move a little while it computes, which no estimate can foresee.</summary>
    private static void AssertRight(List<Report> reports, DateTimeOffset end)
    {
        Report[] estimates = [.. reports.Where(report => report.Progress.TimeLeft is not null)];
        Assert.NotEmpty(estimates);
        Assert.All(
            estimates,
            report =>
            {
                TimeSpan truth = end - report.At;
                TimeSpan tolerance = (truth * 0.2) + TimeSpan.FromSeconds(15);
                Assert.InRange(report.Progress.TimeLeft!.Value, truth - tolerance, truth + tolerance);
            }
        );
    }

    private async Task<(List<Report> Reports, DateTimeOffset End)> RunAsync(
        IEnumerable<Member> source,
        BulkOptions bulk,
        Fault[]? faults = null,
        TimeSpan processingDelay = default
    )
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { TimeProvider = clock, ProcessingDelay = processingDelay }
        );
        emulator.Faults.Next(TargetOperation.BulkUpdate, faults ?? []);
        var reports = new List<Report>();
        BulkResult result = await CreateClient(emulator, clock)
            .UpdateManyAsync(source, bulk, new Reporter(reports, clock), Cancellation);
        DateTimeOffset end = clock.GetUtcNow();
        Assert.Equal(result.Read, result.Accepted);
        Assert.Equal(TimeSpan.Zero, reports[^1].Progress.TimeLeft);
        return (reports, end);
    }

    private readonly record struct Report(DateTimeOffset At, BulkProgress Progress);

    private sealed class Reporter(List<Report> reports, TimeProvider time) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value) => reports.Add(new Report(time.GetUtcNow(), value));
    }
}
