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
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(2);

    /// <param name="make">Makes the case with so many rows.</param>
    public static IEnumerable<RatioResult> Of(Func<int, RatioCase> make, int rows, TimeSpan budget)
    {
        WarmUp(make(WarmUpRows));
        return Of(make(rows), budget);
    }

    private static IEnumerable<RatioResult> Of(RatioCase @case, TimeSpan budget)
    {
        RequireSameBytes(@case);
        IPeer[] peers = [@case.Ours, .. @case.Contenders.Select(contender => contender.Peer)];
        double[] medians = MeasureMedians(peers, budget);
        double ours = medians[0];
        yield return Result(@case, @case.Ours, ours, 1, null, Allocated(@case.Ours) == 0);
        for (int i = 0; i < @case.Contenders.Count; i++)
        {
            Contender contender = @case.Contenders[i];
            double theirs = medians[i + 1];
            double ratio = contender.AtMost is null ? theirs / ours : ours / theirs;
            bool isReached = ratio >= (contender.AtLeast ?? 0) && ratio <= (contender.AtMost ?? double.MaxValue);
            yield return Result(@case, contender.Peer, theirs, ratio, contender.AtLeast ?? contender.AtMost, isReached);
        }
    }

    /// <summary>The runtime compiles anew, in the background, what was called often: it is given the calls and the time.</summary>
    private static void WarmUp(RatioCase @case)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < WarmUpTime)
        {
            @case.Ours.Write();
            foreach (Contender contender in @case.Contenders)
            {
                contender.Peer.Write();
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

    private static RatioResult Result(
        RatioCase @case,
        IPeer peer,
        double seconds,
        double ratio,
        double? floor,
        bool isReached
    ) =>
        new(
            @case.Name,
            peer.Name,
            seconds * 1e9 / @case.Rows,
            peer.Write().Length / seconds / 1e6,
            (double)Allocated(peer) / @case.Rows,
            ratio,
            floor,
            isReached
        );

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
