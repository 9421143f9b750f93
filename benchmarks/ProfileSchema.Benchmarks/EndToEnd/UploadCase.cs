using System.Diagnostics;
using System.Globalization;
using ProfileSchema.Benchmarks.Children;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.EndToEnd;

/// <summary>A million rows through the client, beside the platform's client with the bytes ready.</summary>
internal static class UploadCase
{
    private const string Unit = "row";
    private const double AtLeast = 1 / 1.5;
    private const double MostMegabytes = 250;

    /// <summary>Few enough that the first file is soon on its way.</summary>
    private const int SmallFile = 100_000;

    /// <summary>What the service takes (BATCH-5), and the default.</summary>
    private const int LargestFile = 500_000;

    /// <summary>Rounds that do not count: behind a warm-up with small files, those of the size that is measured.</summary>
    private const int WarmUps = 3;

    private const int Rounds = 9;

    /// <summary>In files that are sent while others are made, and in the largest ones, of which there are three.</summary>
    public static IEnumerable<RatioResult> Measure() =>
        [
            .. MeasureAsync("1,000,000 rows through UpdateManyAsync", SmallFile).GetAwaiter().GetResult(),
            .. MeasureAsync("1,000,000 rows, largest files", LargestFile).GetAwaiter().GetResult(),
        ];

    private static async Task<List<RatioResult>> MeasureAsync(string name, int rowsPerFile)
    {
        using var server = new DiscardingServer();
        string[] arguments =
        [
            server.Address.ToString(),
            server.CertificateHash,
            rowsPerFile.ToString(CultureInfo.InvariantCulture),
        ];
        using Worker ours = await Worker.StartAsync(UploadChildren.Ours, arguments);
        using Worker platform = await Worker.StartAsync(UploadChildren.Platform, arguments);
        List<UploadRound> rounds = [];
        long before = server.BytesTaken;
        for (int i = 0; i < WarmUps + Rounds; i++)
        {
            rounds.Add(new UploadRound(await RunAsync(ours), await RunAsync(platform)));
        }

        double bytes = (server.BytesTaken - before) / (2.0 * rounds.Count);

        // Of the first run alone: the garbage of the others is the benchmark's.
        double peak = rounds[0].Ours.Client.PeakBytes / 1e6;
        rounds.RemoveRange(0, WarmUps);
        double mine = Median(round => round.Ours.Client.Seconds);
        double theirs = Median(round => round.Platform.Client.Seconds);
        return
        [
            Of(RatioResult.Ours, mine) with
            {
                Times = 1,
            },
            Of("HttpClient, prepared bytes", theirs) with
            {
                Times = theirs / mine,
                Floor = AtLeast,
            },
            Of("processor time of ours", Median(round => round.Ours.Client.ProcessorSeconds)),
            Of("processor time of HttpClient", Median(round => round.Platform.Client.ProcessorSeconds)),
            Of("processor time of the server", Median(round => round.Ours.ServerProcessorSeconds)),
            new(name, Unit, RatioResult.Ours) { PeakMegabytes = peak, Floor = MostMegabytes },
        ];

        double Median(Func<UploadRound, double> seconds) => Medians.Of(rounds.Select(seconds));

        RatioResult Of(string peer, double seconds) =>
            new(name, Unit, peer)
            {
                Nanoseconds = seconds * 1e9 / UploadChildren.Rows,
                MbPerSecond = bytes / seconds / 1e6,
            };
    }

    private static async Task<UploadRun> RunAsync(Worker worker)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        WorkerRun run = await worker.RunAsync();
        process.Refresh();
        return new UploadRun(run, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private sealed record UploadRound(UploadRun Ours, UploadRun Platform);

    private sealed record UploadRun(WorkerRun Client, double ServerProcessorSeconds);
}
