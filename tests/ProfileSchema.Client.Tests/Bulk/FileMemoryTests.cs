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
        using ProfileClient client = CreateClient(_contents);
        int alive = int.MaxValue;
        IEnumerable<Member> source = Rows(files * 10, _ => "Basel", beforeLast: () => alive = _contents.CountAlive());

        BulkResult result = await client.UpdateManyAsync(
            source,
            new BulkOptions
            {
                MaxRowsPerFile = 10,
                Concurrency = 1,
                StatusTimeout = TimeSpan.Zero,
            },
            cancellationToken: Cancellation
        );

        Assert.Equal(files, result.Files.Count);
        Assert.Equal(files * 10, result.Accepted);

        // The file on the wire, and the one that waits for it.
        Assert.InRange(alive, 0, 2);
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
        using ProfileClient client = CreateClient(_contents);
        string value = new('x', isWide ? 59_000 : 80);
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

                return new WideMember(row.ToString("D9", CultureInfo.InvariantCulture), value);
            });

        BulkResult result = await client.UpdateManyAsync(
            source,
            new BulkOptions { Concurrency = concurrency, StatusTimeout = TimeSpan.Zero },
            cancellationToken: Cancellation
        );

        Assert.Equal(rows, result.Accepted);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"concurrency {concurrency}, {result.Files.Count} files: "
                + string.Join(", ", samples.Select(sample => $"{sample.Memory / 1_000_000} MB ({sample.Alive} files)"))
        );
        Assert.All(samples, sample => Assert.InRange(sample.Alive, 0, concurrency + 2));

        // The second sample is of a run in full swing. What the run remembers of its keys is documented and grows with them.
        long keys = rows * 40L;
        Assert.InRange(samples[^1].Memory - samples[2].Memory, long.MinValue, 100_000_000 + keys);
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

    private static ProfileClient CreateClient(WeakReferences contents) =>
        new(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                Budget = new ProfileAccountBudget(bulkCallsPerMinute: 1_000_000),
            },
            new HttpClient(new AcceptingHandler(contents)) { Timeout = Timeout.InfiniteTimeSpan }
        );

    /// <summary>Reads a file as a connection would, accepts it, and remembers it weakly.</summary>
    private sealed class AcceptingHandler(WeakReferences contents) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            contents.Add(request.Content!);
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
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
