using System.Collections;
using System.Diagnostics;
using System.Globalization;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Bulk;

/// <summary>Two million rows through faults. Measures the memory of the process, so that no other test runs beside it.</summary>
[CollectionDefinition(nameof(SoakTests), DisableParallelization = true)]
[Collection(nameof(SoakTests))]
public sealed class SoakTests : EmulatorTest
{
    private const int Rows = 2_000_000;
    private const int RowsPerFile = 5_000;
    private const int RowsPerSample = 50_000;

    /// <summary>Of a thousand rows one breaks a rule and one is empty.</summary>
    private const int Cycle = 1_000;
    private const int RejectedPlace = 500;
    private const int EmptyPlace = 750;

    /// <summary>What may differ between two moments of a run that keeps nothing: three bytes a row would be more.</summary>
    private const long Noise = 4_000_000;

    private readonly List<long> _memory = [];
    private readonly BitArray _applied = new(Rows);
    private long _wrong;

    [Fact(Explicit = true)]
    [Trait("Category", "Heavy")]
    [Trait("Clause", "BULK-6")]
    [Trait("Clause", "BULK-7")]
    public async Task Two_million_rows_arrive_through_faults_in_memory_that_does_not_grow()
    {
        long[] keys = MemoryOfKeys();
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions
            {
                ProcessingDelay = TimeSpan.FromSeconds(90),
                FaultPlan = Plan(),
                KeepProfiles = false,
                RecordBodies = false,
                MaxRecordedCalls = 20,
                MaxRecordedBatches = 20,
                RowApplied = Check,
            }
        );
        ProfileClient client = CreateClient(
            emulator,
            configure: null,
            LateCalls.OfRandom(Clock, seed: 4711, rate: 0.005)
        );
        var options = new BulkOptions { MaxRowsPerFile = RowsPerFile, MaxConcurrency = 4 };
        DateTimeOffset begun = Clock.GetUtcNow();
        var watch = Stopwatch.StartNew();
        BulkResult result = await client.UpdateManyAsync(Source(), options, null, Cancellation);
        watch.Stop();

        UpdateManyTests.AssertBalanced(result);
        Assert.Equal(
            (Rows, Rows / Cycle, Rows / Cycle, 0L),
            (result.Read, result.Rejected, result.Empty, result.Duplicates)
        );
        await Task.Delay(TimeSpan.FromHours(1), Clock, Cancellation);
        AssertArrived(result, emulator);
        long faults = emulator.Faults.HitCount;
        Assert.InRange(faults, 20, long.MaxValue);
        Assert.DoesNotContain(emulator.Violations, violation => violation.Rule is not "BULK-7");

        // What the run remembers of its keys is documented and grows with them; everything else stays as it was.
        long[] rest = [.. _memory.Zip(keys, (memory, ofKeys) => memory - ofKeys)];
        long first = Median(rest[..(rest.Length / 4)]);
        long last = Median(rest[^(rest.Length / 4)..]);
        Write($"{Rows:N0} rows in {result.Files.Count} files of {RowsPerFile:N0}: {result}");
        Write(
            $"{watch.Elapsed.TotalSeconds:N0} s of real time, {(Clock.GetUtcNow() - begun).TotalHours:N1} h on the moved clock"
        );
        Write($"{emulator.CallCount:N0} calls, {faults} of them faulty ({100.0 * faults / emulator.CallCount:N1} %)");
        Write($"memory without keys: first quarter {first / 1e6:N1} MB, last quarter {last / 1e6:N1} MB");
        Write($"memory of keys: {keys[0] / 1e6:N1} to {keys[^1] / 1e6:N1} MB");
        using var process = Process.GetCurrentProcess();
        Write($"peak of the process, the emulator in it: {process.PeakWorkingSet64 / 1e6:N0} MB");
        Assert.InRange(last - first, long.MinValue, Noise);
    }

    private static void Write(FormattableString figures) =>
        TestContext.Current.TestOutputHelper!.WriteLine(figures.ToString(CultureInfo.InvariantCulture));

    private IEnumerable<Member> Source()
    {
        for (int row = 0; row < Rows; row++)
        {
            if (row % RowsPerSample == 0)
            {
                _memory.Add(GC.GetTotalMemory(forceFullCollection: true));
            }

            yield return (row % Cycle) switch
            {
                RejectedPlace => new Member($"m{row}/", "rejected"),
                EmptyPlace => new Member($"m{row}"),
                _ => new Member($"m{row}", $"city {row}"),
            };
        }
    }

    private void Check(AppliedRow applied)
    {
        int row = int.Parse(applied.Id.Value.AsSpan(1), CultureInfo.InvariantCulture);
        bool isRight =
            applied.Values.Count == 1 && applied.Values[0].Key == "city" && applied.Values[0].Value == $"city {row}";
        _applied[row] = true;
        _wrong += isRight ? 0 : 1;
    }

    private void AssertArrived(BulkResult result, TargetEmulator emulator)
    {
        // Asking makes it apply what is due.
        Assert.NotEmpty(emulator.GetAccount(Account).Batches);
        Assert.Equal(0, _wrong);
        var mayHaveArrived = new BitArray(Rows);
        foreach (BulkFileResult file in result.Files)
        {
            for (int row = (int)file.FirstPosition; row < file.EndPosition; row++)
            {
                bool isSent = row % Cycle is not (RejectedPlace or EmptyPlace);
                Assert.True(!isSent || file.Outcome is not BatchOutcome.Accepted || _applied[row]);
                mayHaveArrived[row] = isSent && file.Outcome is BatchOutcome.Accepted or BatchOutcome.Unconfirmed;
            }
        }

        Assert.False(_applied.And(mayHaveArrived.Not()).HasAnySet());
    }

    /// <summary>For each sample, what a dictionary of as many hashes takes as the run has files behind it.</summary>
    private static long[] MemoryOfKeys()
    {
        var like = new Dictionary<(ulong, ulong), int>();
        var sizes = new Dictionary<int, long>();
        var memory = new List<long>();
        for (int row = 0; row < Rows; row++)
        {
            if (row % RowsPerSample == 0)
            {
                int capacity = like.EnsureCapacity(0);
                memory.Add(sizes.TryGetValue(capacity, out long size) ? size : sizes[capacity] = SizeOf(capacity));
            }

            like.Add((0, (ulong)row), 0);
        }

        return [.. memory];
    }

    private static long SizeOf(int capacity)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(new Dictionary<(ulong, ulong), int>(capacity));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long Median(long[] values) => values.Order().ElementAt(values.Length / 2);

    /// <summary>Every kind of failure that a call is made again after, and some that it is not.</summary>
    private static FaultPlan Plan() =>
        new(
            seed: 4711,
            rate: 0.05,
            (Fault.Reset(FaultMoment.BeforeBody), 1),
            (Fault.Reset(FaultMoment.InsideBody), 1),
            (Fault.Reset(FaultMoment.AfterEffect), 2),
            (Fault.Status(503), 2),
            (Fault.Status(429, retryAfter: RetryAfter.Seconds(5)), 1),
            (Fault.Status(500), 1),
            (Fault.Status(502, FaultMoment.AfterEffect), 1),
            (Fault.Status(400), 0.5),
            (Fault.Unsuccessful("not now"), 0.5),
            (Fault.Reply(ReplyFlaw.Truncated), 1),
            (BatchFault.StatusLost(TimeSpan.FromMinutes(1)), 1),
            (BatchFault.OlderStatus(), 1)
        );
}
