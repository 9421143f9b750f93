using ProfileSchema.Benchmarks.Children;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.EndToEnd;

/// <summary>A million rows through the client, beside the platform's client with the bytes ready.</summary>
internal static class UploadCase
{
    private const double AtMost = 1.5;
    private const double PeakMegabytes = 250;

    /// <summary>Over TLS, as every call to the service goes, and without, as only tests on one machine do.</summary>
    public static IEnumerable<RatioResult> Measure() =>
        [
            .. MeasureAsync("1,000,000 rows through UpdateManyAsync", overTls: true).GetAwaiter().GetResult(),
            .. MeasureAsync("1,000,000 rows, without TLS", overTls: false).GetAwaiter().GetResult(),
        ];

    private static async Task<List<RatioResult>> MeasureAsync(string name, bool overTls)
    {
        using var server = new DiscardingServer(overTls);
        string[] arguments = [server.Address.ToString(), server.CertificateHash];
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
