using System.Diagnostics;
using ProfileSchema.Benchmarks.Peers;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>
/// Measures the peers of a case in rounds, each peer once a round, so that what slows the machine down slows down all of
/// them; the figures are medians.
/// </summary>
internal static class RatioRun
{
    private const int WarmUpRows = 2_000;
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(5);

    public static IEnumerable<RatioResult> Of(IReadOnlyList<WriterCase> cases)
    {
        if (cases.Count == 0)
        {
            return [];
        }

        WarmUp([.. cases.Select(@case => @case.Make(WarmUpRows))]);
        return cases.SelectMany(@case => Of(@case.Make(@case.Rows), @case.Budget));
    }

    private static IEnumerable<RatioResult> Of(RatioCase @case, TimeSpan budget)
    {
        RequireSameBytes(@case);
        IPeer[] peers = [@case.Ours, .. @case.Contenders.Select(contender => contender.Peer)];
        double[] medians = MeasureMedians(peers, budget);
        double ours = medians[0];
        yield return Result(@case, @case.Ours, ours, 1, null);
        for (int i = 0; i < @case.Contenders.Count; i++)
        {
            Contender contender = @case.Contenders[i];
            double theirs = medians[i + 1];
            yield return Result(@case, contender.Peer, theirs, theirs / ours, contender.AtLeast);
        }
    }

    /// <summary>
    /// The runtime compiles anew, in the background, what was called often, and as it was called until then: it is given the
    /// time, and all the cases at once, so that none of them is measured in code that was compiled for another.
    /// </summary>
    private static void WarmUp(RatioCase[] cases)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < WarmUpTime)
        {
            foreach (RatioCase @case in cases)
            {
                @case.Ours.Write();
                foreach (Contender contender in @case.Contenders)
                {
                    contender.Peer.Write();
                }
            }

            Thread.Sleep(10);
        }
    }

    private static double[] MeasureMedians(IPeer[] peers, TimeSpan budget)
    {
        var clock = Stopwatch.StartNew();
        var seconds = Array.ConvertAll(peers, _ => new List<double>());
        while (clock.Elapsed < budget || seconds[0].Count < 5)
        {
            for (int i = 0; i < peers.Length; i++)
            {
                seconds[i].Add(Seconds(peers[i]));
            }
        }

        return Array.ConvertAll(seconds, Medians.Of);
    }

    private static double Seconds(IPeer peer)
    {
        double start = ThreadClock.Seconds;
        peer.Write();
        return ThreadClock.Seconds - start;
    }

    private static long Allocated(IPeer peer)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        peer.Write();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static RatioResult Result(RatioCase @case, IPeer peer, double seconds, double times, double? floor)
    {
        // Less than a byte a row is no output, and so has no speed.
        int written = peer.Write().Length;
        return new RatioResult(@case.Name, @case.Unit, peer.Name)
        {
            Nanoseconds = seconds * 1e9 / @case.Rows,
            MbPerSecond = written < @case.Rows ? null : written / seconds / 1e6,
            BytesAllocated = (double)Allocated(peer) / @case.Rows,
            Times = times,
            Floor = floor,
        };
    }

    private static void RequireSameBytes(RatioCase @case)
    {
        byte[] expected = @case.Ours.Write().ToArray();
        foreach (Contender contender in @case.Contenders.Where(contender => contender.SameBytes))
        {
            if (!contender.Peer.Write().SequenceEqual(expected))
            {
                throw new InvalidOperationException(
                    $"{@case.Name}: {contender.Peer.Name} writes other bytes than {@case.Ours.Name}, so it does other work."
                );
            }
        }
    }
}
