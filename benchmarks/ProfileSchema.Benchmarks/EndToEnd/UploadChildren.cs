using System.Buffers;
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
    private const int WarmUps = 6;
    private const int WarmUpRows = 50_000;
    private const int WarmUpFile = 1_000;

    private static readonly Member[] Distinct = MemberRows.Make(DistinctRows);
    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(150);

    public static async Task UploadAsync(Uri address, string certificateHash, int rowsPerFile)
    {
        using HttpClient http = Connect(certificateHash);

        // Without end, since what is measured is the work and not the waiting (BULK-5).
        using var quota = new LocalAccountQuota(new AccountQuotaOptions { CallsPerMinute = 1_000_000 });
        using var client = new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = "benchmark",
                BaseAddress = address,
                Quota = quota,
            },
            http
        );
        await WarmUpAsync(() => client.UpdateManyAsync(Repeated(WarmUpRows), Options(WarmUpFile)));
        BulkOptions options = Options(rowsPerFile);
        IEnumerable<Member> rows = Repeated(Rows);
        await Worker.ServeAsync(async () =>
        {
            BulkResult result = await client.UpdateManyAsync(rows, options);
            if (result.Accepted != Rows)
            {
                throw new InvalidOperationException($"{result.Accepted} of {Rows} rows were accepted.");
            }
        });
    }

    public static async Task PostAsync(Uri address, string certificateHash, int rowsPerFile)
    {
        using HttpClient client = Connect(certificateHash);
        Uri target = Target(address);
        List<byte[]> few = Files(Repeated(WarmUpRows), WarmUpFile);
        await WarmUpAsync(() => SendAsync(few));
        List<byte[]> files = Files(Repeated(Rows), rowsPerFile);
        await Worker.ServeAsync(() => SendAsync(files));

        async Task SendAsync(List<byte[]> files)
        {
            foreach (byte[] file in files)
            {
                using var content = new ByteArrayContent(file);
                using HttpResponseMessage response = await client.PostAsync(target, content);
                response.EnsureSuccessStatusCode();
            }
        }
    }

    private static BulkOptions Options(int rowsPerFile) =>
        new() { StatusTimeout = TimeSpan.Zero, MaxRowsPerFile = rowsPerFile };

    /// <summary>
    /// In small files, so that what is called once a file is called often, and with time in between, in which the runtime compiles
    /// it anew.
    /// </summary>
    private static async Task WarmUpAsync(Func<Task> work)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            await work();
            await Task.Delay(WarmUpPause);
        }
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

    private static IEnumerable<Member> Repeated(int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return Distinct[i % DistinctRows];
        }
    }

    private static List<byte[]> Files(IEnumerable<Member> rows, int rowsPerFile)
    {
        using var writer = new BatchFileWriter<Member>(
            ProfileContract.Of<Member>(),
            new BatchFileOptions { MaxRows = rowsPerFile }
        );
        List<byte[]> files = [];
        foreach (Member row in rows)
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
}
