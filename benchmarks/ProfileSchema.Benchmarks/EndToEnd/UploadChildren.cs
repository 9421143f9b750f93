using System.Buffers;
using System.Diagnostics;
using System.Net.Security;
using System.Security.Cryptography;
using ProfileSchema.Benchmarks.Children;
using ProfileSchema.Benchmarks.Rows;
using ProfileSchema.Client;

namespace ProfileSchema.Benchmarks.EndToEnd;

/// <summary>What runs in processes of their own: our upload of rows, and that of the same bytes by the platform alone.</summary>
internal static class UploadChildren
{
    public const string Ours = "upload";
    public const string Platform = "post";
    public const int Rows = 1_000_000;

    private const int DistinctRows = 10_000;
    private const int Runs = 5;
    private const int WarmUps = 5;
    private const int WarmUpRows = 20_000;

    public static async Task UploadAsync(Uri address, string certificateHash, int rowsPerFile)
    {
        IEnumerable<Member> rows = Repeated();
        using HttpClient http = Connect(certificateHash);

        // Without end, since what is measured is the work and not the waiting (BULK-5).
        using var budget = new ProfileAccountBudget(bulkCallsPerMinute: 1_000_000);
        using var client = new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = "benchmark",
                BaseAddress = address,
                Budget = budget,
            },
            http
        );
        var options = new BulkOptions { StatusTimeout = TimeSpan.Zero, MaxRowsPerFile = rowsPerFile };
        await WarmUpAsync(client, rows, options);
        List<double> seconds = [];
        long peak = 0;
        for (int i = 0; i < Runs; i++)
        {
            var clock = Stopwatch.StartNew();
            BulkResult result = await client.UpdateManyAsync(rows, options);
            seconds.Add(clock.Elapsed.TotalSeconds);
            if (result.Accepted != Rows)
            {
                throw new InvalidOperationException($"{result.Accepted} of {Rows} rows were accepted.");
            }

            // Of the first run alone: the garbage of the others is the benchmark's.
            peak = peak == 0 ? PeakBytes() : peak;
        }

        Child.Report(new ChildFigures(new() { [Ours] = seconds }, peak, WrittenBytes: 0));
    }

    /// <summary>With time in between to compile anew.</summary>
    private static async Task WarmUpAsync(ProfileClient client, IEnumerable<Member> rows, BulkOptions options)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            _ = await client.UpdateManyAsync(rows.Take(WarmUpRows), options);
            await Task.Delay(150);
        }
    }

    public static async Task PostAsync(Uri address, string certificateHash, int rowsPerFile)
    {
        List<byte[]> files = Files(rowsPerFile);
        using HttpClient client = Connect(certificateHash);
        Uri target = Target(address);
        List<double> seconds = [];
        for (int i = 0; i <= Runs; i++)
        {
            var clock = Stopwatch.StartNew();
            foreach (byte[] file in files)
            {
                using var content = new ByteArrayContent(file);
                using HttpResponseMessage response = await client.PostAsync(target, content);
                response.EnsureSuccessStatusCode();
            }

            if (i > 0)
            {
                seconds.Add(clock.Elapsed.TotalSeconds);
            }
        }

        long bytes = files.Sum(file => file.LongLength);
        Child.Report(new ChildFigures(new() { [Platform] = seconds }, PeakBytes(), bytes));
    }

    /// <summary>Where the client posts its files too.</summary>
    public static Uri Target(Uri address) => new(address, "/m2/benchmark/v2/profile/batchUpdate");

    /// <summary>The same connections for both: they trust the benchmark's own server and no other.</summary>
    public static HttpClient Connect(string certificateHash) =>
        new(
            new SocketsHttpHandler
            {
                SslOptions = new SslClientAuthenticationOptions
                {
                    RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                        certificate?.GetCertHashString(HashAlgorithmName.SHA256) == certificateHash,
                },
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    private static IEnumerable<Member> Repeated()
    {
        Member[] rows = MemberRows.Make(DistinctRows);
        for (int i = 0; i < Rows; i++)
        {
            yield return rows[i % DistinctRows];
        }
    }

    private static List<byte[]> Files(int rowsPerFile)
    {
        using var writer = new BatchFileWriter<Member>(
            ProfileContract.Of<Member>(),
            new BatchFileOptions { MaxRows = rowsPerFile }
        );
        List<byte[]> files = [];
        foreach (Member row in Repeated())
        {
            Take(writer.Add(row));
        }

        Take(writer.Complete());
        return files;

        void Take(BatchFile? file)
        {
            using (file)
            {
                if (file is not null)
                {
                    files.Add(file.Content.ToArray());
                }
            }
        }
    }

    private static long PeakBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
