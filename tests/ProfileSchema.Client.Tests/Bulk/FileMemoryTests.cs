using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;

namespace ProfileSchema.Client.Tests.Bulk;

/// <summary>A run lets go of the bytes of a file when its last attempt has ended, and not when the run ends.</summary>
/// <remarks>Measures the memory of the process, so that no other test runs beside it.</remarks>
[CollectionDefinition(nameof(FileMemoryTests), DisableParallelization = true)]
[Collection(nameof(FileMemoryTests))]
public sealed class FileMemoryTests
{
    private const long FileBytes = 50_000_000;

    private readonly WeakReferences _contents = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task UpdateMany_whose_files_were_sent_keeps_none_of_them_until_the_run_ends()
    {
        const int files = 30;
        using var service = new AcceptingHandler(_contents, concurrency: 1);
        using ProfileClient client = CreateClient(service);
        int alive = int.MaxValue;
        IEnumerable<Member> source = Rows(files * 10, _ => "Basel", beforeLast: () => alive = _contents.CountAlive());

        BulkResult result = await client.UpdateManyAsync(
            source,
            new BulkOptions
            {
                MaxRowsPerFile = 10,
                MaxConcurrency = 1,
                StatusTimeout = TimeSpan.Zero,
            },
            cancellationToken: Cancellation
        );

        Assert.Equal(files, result.Files.Count);
        Assert.Equal(files * 10, result.Accepted);

        // The file on the wire, and the one that waits for it.
        Assert.InRange(alive, 0, 2);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task UpdateMany_whose_files_were_sent_keeps_none_of_their_bytes_until_the_run_ends()
    {
        const int rowsPerFile = 20;
        const int rows = 20 * rowsPerFile;
        using var service = new AcceptingHandler(_contents, concurrency: 1);
        using ProfileClient client = CreateClient(service);
        string value = new('x', 59_000);
        var samples = new List<long>();
        IEnumerable<WideMember> source = Enumerable
            .Range(0, rows)
            .Select(row =>
            {
                // In a run in full swing, and at its end.
                if (row is 5 * rowsPerFile or rows - 1)
                {
                    samples.Add(GC.GetTotalMemory(forceFullCollection: true));
                }

                return new WideMember(row.ToString("D9", CultureInfo.InvariantCulture), value);
            });

        BulkResult result = await client.UpdateManyAsync(
            source,
            new BulkOptions
            {
                MaxRowsPerFile = rowsPerFile,
                MaxConcurrency = 1,
                StatusTimeout = TimeSpan.Zero,
            },
            cancellationToken: Cancellation
        );

        // Kept, the 14 files that were sent in between would take this, and some more in the segments that hold them. Up to three files
        // more may be in memory at one moment than at the other: one that is made, one that waits, and one that is sent.
        Assert.Equal(rows, result.Accepted);
        Assert.InRange(samples[1] - samples[0], long.MinValue, 14L * rowsPerFile * value.Length);
    }

    [Theory(Explicit = true)]
    [Trait("Category", "Heavy")]
    [InlineData(10, 60, false)]
    [InlineData(4, 48, false)]
    [InlineData(1, 16, true)]
    public async Task UpdateMany_of_files_of_50_MB_needs_no_more_memory_the_longer_it_runs(
        int concurrency,
        int files,
        bool isWide
    )
    {
        using var service = new AcceptingHandler(_contents, concurrency);
        using ProfileClient client = CreateClient(service);

        // Long values, so that what the run remembers of its keys is little beside its files.
        string value = new('x', isWide ? 59_000 : 4_000);
        int rows = (int)(files * FileBytes / (value.Length + 20));
        int perSample = rows / 8;
        var samples = new List<(long Memory, int Alive)>();
        IEnumerable<WideMember> source = Enumerable
            .Range(0, rows)
            .Select(row =>
            {
                if (row % perSample == 0)
                {
                    samples.Add((GC.GetTotalMemory(forceFullCollection: true), _contents.CountAlive()));
                }

                if (row == rows - 1)
                {
                    service.LetGo();
                }

                return new WideMember(row.ToString("D9", CultureInfo.InvariantCulture), value);
            });

        BulkResult result = await client.UpdateManyAsync(
            source,
            new BulkOptions { MaxConcurrency = concurrency, StatusTimeout = TimeSpan.Zero },
            cancellationToken: Cancellation
        );

        Assert.Equal(rows, result.Accepted);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"concurrency {concurrency}, {result.Files.Count} files: "
                + string.Join(", ", samples.Select(sample => $"{sample.Memory / 1_000_000} MB ({sample.Alive} files)"))
        );
        Assert.All(samples, sample => Assert.InRange(sample.Alive, 0, concurrency + 2));

        Assert.InRange(samples.Max(sample => sample.Alive), concurrency - 1, concurrency + 2);

        // The third sample is of a run in full swing. What the run remembers of its keys is documented and grows with them.
        long keys = rows * 40L;
        Assert.InRange(samples[^1].Memory - samples[2].Memory, long.MinValue, 2 * FileBytes + keys);
    }

    private static IEnumerable<Member> Rows(int count, Func<int, string> city, Action beforeLast)
    {
        for (int row = 0; row < count; row++)
        {
            if (row == count - 1)
            {
                beforeLast();
            }

            yield return new Member(string.Create(CultureInfo.InvariantCulture, $"m{row}"), city(row));
        }
    }

    private static ProfileClient CreateClient(AcceptingHandler service) =>
        new(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                Quota = new LocalAccountQuota(new AccountQuotaOptions { CallsPerMinute = 1_000_000 }),
            },
            new HttpClient(service, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }
        );

    /// <summary>
    /// Reads a file as a connection would, and remembers it weakly. It answers when as many files are under way as may be, so that
    /// they are.
    /// </summary>
    private sealed class AcceptingHandler(WeakReferences contents, int concurrency) : HttpMessageHandler
    {
        private readonly Queue<TaskCompletionSource> _underWay = new();
        private bool _answersAtOnce;

        public void LetGo()
        {
            lock (_underWay)
            {
                _answersAtOnce = true;
                while (_underWay.TryDequeue(out TaskCompletionSource? held))
                {
                    held.SetResult();
                }
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            contents.Add(request.Content!);
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_underWay)
            {
                _underWay.Enqueue(held);
                if (_answersAtOnce || _underWay.Count >= concurrency)
                {
                    _underWay.Dequeue().SetResult();
                }
            }

            await held.Task.WaitAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    "<response><success>true</success><batchStatus></batchStatus><message></message></response>"
                ),
            };
        }
    }

    private sealed class WeakReferences
    {
        private readonly List<WeakReference> _references = [];

        public void Add(object target)
        {
            lock (_references)
            {
                _references.Add(new WeakReference(target));
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public int CountAlive()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            lock (_references)
            {
                return _references.Count(reference => reference.IsAlive);
            }
        }
    }

    /// <summary>A profile whose value is as long as a row may be (VALUE-6).</summary>
    private sealed record WideMember(string Id, string Note) : IProfile<WideMember>
    {
        static ProfileContract<WideMember> IProfile<WideMember>.Contract { get; } = new WideContract();

        private sealed class WideContract()
            : ProfileContract<WideMember>(
                nameof(WideMember),
                ProfileKeyKind.ThirdPartyId,
                [new ProfileParameter("note", typeof(string)) { MaxLength = 60_000 }]
            )
        {
            public override void Write(ref ProfileWriter writer, in WideMember profile)
            {
                writer.WriteKey(profile.Id);
                writer.Write("note"u8, profile.Note, maxLength: 60_000);
            }
        }
    }
}
