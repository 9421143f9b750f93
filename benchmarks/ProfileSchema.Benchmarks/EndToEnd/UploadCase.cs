using System.Globalization;
using ProfileSchema.Benchmarks.Children;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.EndToEnd;

/// <summary>A million rows through the client, beside the platform's client with the bytes ready.</summary>
internal static class UploadCase
{
    private const double AtMost = 1.5;
    private const double PeakMegabytes = 250;

    /// <summary>Few enough that the first file is soon on its way.</summary>
    private const int SmallFile = 100_000;

    /// <summary>What the service takes (BATCH-5), and the default.</summary>
    private const int LargestFile = 500_000;

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
        List<double> ours = [];
        List<double> platform = [];
        double peak = 0;
        long bytes = 0;
        for (int round = 0; round < 2; round++)
        {
            ChildFigures upload = await Child.RunAsync(UploadChildren.Ours, arguments);
            ours.AddRange(upload.Seconds[UploadChildren.Ours]);
            peak = Math.Max(peak, upload.PeakBytes / 1e6);
            ChildFigures post = await Child.RunAsync(UploadChildren.Platform, arguments);
            platform.AddRange(post.Seconds[UploadChildren.Platform]);
            bytes = post.WrittenBytes;
        }

        double ratio = Medians.Of(ours) / Medians.Of(platform);
        return
        [
            Result("ProfileSchema", Medians.Of(ours), 1, floor: null, isReached: true),
            Result("HttpClient, prepared bytes", Medians.Of(platform), ratio, AtMost, ratio <= AtMost),
            new(name, "peak memory of ours, MB", 0, 0, 0, peak, PeakMegabytes, peak <= PeakMegabytes),
        ];

        RatioResult Result(string peer, double seconds, double ratio, double? floor, bool isReached) =>
            new(name, peer, seconds * 1e9 / UploadChildren.Rows, bytes / seconds / 1e6, 0, ratio, floor, isReached);
    }
}
