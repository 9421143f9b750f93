using System.Collections.Concurrent;
using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Bulk;

public sealed class UpdateManyTests : EmulatorTest
{
    [Fact]
    [Trait("Clause", "BULK-1")]
    [Trait("Clause", "BULK-2")]
    [Trait("Clause", "BULK-3")]
    [Trait("Clause", "STATUS-1")]
    public async Task Profiles_arrive_in_files_and_are_followed_to_their_end()
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromMilliseconds(50) }
        );
        Member[] members = [.. Enumerable.Range(0, 25).Select(i => new Member($"m{i}", $"city {i}"))];
        var options = new BulkOptions { StatusInterval = TimeSpan.FromMilliseconds(20), MaxRowsPerFile = 10 };
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(members, options, null, Cancellation);
        AssertBalanced(result);
        Assert.Equal((25, 25, 25), (result.Read, result.Accepted, result.Updated));
        Assert.Equal([10, 10, 5], result.Files.Select(file => file.Rows));
        Assert.All(result.Files, file => Assert.Equal(BatchState.Complete, file.State));
        Assert.All(result.Files, file => Assert.NotNull(file.BatchId));
        Assert.Equal("city 24", Stored(emulator, "m24")!["city"]);
        ReceivedCall[] uploads = [.. emulator.Calls.Where(call => call.Method == "POST")];
        Assert.Equal(3, uploads.Length);
        Assert.All(uploads, call => Assert.Equal("/m2/acme/v2/profile/batchUpdate", call.Path));
        Assert.All(uploads, call => Assert.Equal("application/x-www-form-urlencoded", call.Headers["Content-Type"]));
        Assert.Contains(emulator.Calls, call => call.RawQuery.EndsWith("showDetails=true", StringComparison.Ordinal));
        Assert.Empty(emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "BULK-1")]
    public async Task V1_counts_what_does_not_exist_as_not_found()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.GetAccount(Account).AddProfile("known");
        var options = new BulkOptions { StatusInterval = Soon.StatusInterval, ApiVersion = BatchApiVersion.V1 };
        Member[] members = [new("known", "x"), new("unknown", "y")];
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(members, options, null, Cancellation);
        AssertBalanced(result);
        Assert.Equal((1, 1), (result.Updated, result.NotFound));
        Assert.Null(Stored(emulator, "unknown"));
        Assert.Contains(emulator.Calls, call => call.Path == "/m2/acme/profile/batchUpdate");
    }

    [Fact]
    [Trait("Clause", "ID-5")]
    public async Task A_pcId_needs_a_choice_of_version()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.GetAccount(Account).AddProfile(null, "pc-1");
        ProfileClient client = CreateClient(emulator);
        Member[] members = [new("pc-1", "x")];
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.UpdateManyAsync(members, Member.ByPcId, Soon, null, Cancellation)
        );
        Assert.Contains("ID-5", exception.Message, StringComparison.Ordinal);
        Assert.Empty(emulator.Calls);
        var options = new BulkOptions { StatusInterval = Soon.StatusInterval, ApiVersion = BatchApiVersion.V1 };
        BulkResult result = await client.UpdateManyAsync(members, Member.ByPcId, options, null, Cancellation);
        Assert.Equal(1, result.Updated);
    }

    [Fact]
    [Trait("Clause", "BATCH-6")]
    [Trait("Clause", "ID-3")]
    [Trait("Clause", "URL-3")]
    public async Task Rejected_and_empty_profiles_are_counted_and_the_rest_is_sent()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        var all = new List<RejectedProfile>();
        var options = new BulkOptions { StatusInterval = Soon.StatusInterval, OnRejected = all.Add };
        Member[] members =
        [
            new("m0", "a"),
            new("m/1", "b"),
            new("m2", null),
            new("m3", "\uD83D"),
            new(" ", "d"),
            new("m5", "e"),
        ];
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(members, options, null, Cancellation);
        AssertBalanced(result);
        Assert.Equal((6, 3, 1, 2), (result.Read, result.Rejected, result.Empty, result.Accepted));
        Assert.Equal([1L, 3L, 4L], result.Rejections.Select(rejected => rejected.Position));
        Assert.Equal(all, result.Rejections);
        Assert.Null(Stored(emulator, "m2"));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(0)]
    public async Task UpdateManyAsync_passes_each_file_to_OnFileCompleted_once_it_is_completed(int statusTimeoutSeconds)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.None, Fault.Unsuccessful("no"));
        Member[] members = [.. Enumerable.Range(0, 5).Select(i => new Member($"m{i}", "x"))];
        var completed = new List<BulkFileResult>();
        BulkOptions options = Soon with
        {
            MaxRowsPerFile = 2,
            StatusTimeout = TimeSpan.FromSeconds(statusTimeoutSeconds),
            OnFileCompleted = completed.Add,
        };

        BulkResult result = await CreateClient(emulator).UpdateManyAsync(members, options, null, Cancellation);

        Assert.Equal(
            [BatchOutcome.Accepted, BatchOutcome.Declined, BatchOutcome.Accepted],
            completed.OrderBy(file => file.Number).Select(file => file.Outcome)
        );
        Assert.Equivalent(result.Files, completed.OrderBy(file => file.Number), strict: true);
    }

    [Fact]
    public async Task UpdateManyAsync_ends_when_OnFileCompleted_throws()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        var failure = new InvalidOperationException("the disk is full");
        BulkOptions options = Soon with { OnFileCompleted = _ => throw failure };

        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            CreateClient(emulator).UpdateManyAsync([new Member("m0", "x")], options, null, Cancellation)
        );

        Assert.Same(failure, exception.InnerException);
        Assert.Equal((1, 1), (exception.Result.Accepted, exception.Result.Updated));
    }

    [Fact]
    public async Task Nothing_to_send_is_no_call()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Member[] members = [new("m0"), new("m1")];
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(members, Soon, null, Cancellation);
        Assert.Equal((2, 2, 0), (result.Read, result.Empty, result.Accepted));
        Assert.Empty(result.Files);
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    public async Task A_source_that_is_both_kinds_of_enumerable_is_read_asynchronously()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(new BothKinds(), Soon, null, Cancellation);
        Assert.Equal(1, result.Updated);
        Assert.NotNull(Stored(emulator, "async"));
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task No_file_is_sent_that_would_push_out_a_status_that_is_waited_for()
    {
        // Each batch is complete at another time, so that later ones are resolved before earlier ones.
        var batches = new List<int>();
        int next = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Method == "POST")
            {
                batches.Add(0);
                return context.Response.WriteAsync(
                    $"<response><success>true</success><batchStatus>http://{context.Request.Host}/s?batchId={next++}</batchStatus></response>",
                    context.RequestAborted
                );
            }

            int batch = int.Parse(context.Request.Query["batchId"]!, System.Globalization.CultureInfo.InvariantCulture);
            if (batch < next - 10)
            {
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
            }

            string status = ++batches[batch] > (batch % 5 == 0 ? 8 : 1) ? "complete" : "incomplete";
            return context.Response.WriteAsync(
                $"<response><status>{status}</status><successfulUpdates>1</successfulUpdates></response>",
                context.RequestAborted
            );
        });
        using ProfileClient client = server.CreateClient();
        Member[] members = [.. Enumerable.Range(0, 35).Select(i => new Member($"m{i}", "x"))];
        var options = new BulkOptions { StatusInterval = TimeSpan.FromMilliseconds(5), MaxRowsPerFile = 1 };
        BulkResult result = await client.UpdateManyAsync(members, options, null, Cancellation);
        AssertBalanced(result);
        Assert.Equal((35, 35, 0), (result.Accepted, result.Updated, result.StatusUnknown));
        Assert.All(result.Files, file => Assert.Equal(BatchState.Complete, file.State));
    }

    [Fact]
    [Trait("Clause", "STATUS-3")]
    public async Task A_status_whose_word_is_not_known_is_asked_for_again()
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            string reply =
                context.Request.Method == "POST"
                    ? $"<response><success>true</success><batchStatus>http://{context.Request.Host}/s</batchStatus></response>"
                : ++asked < 3 ? "<response><status>processing</status></response>"
                : "<response><status>complete</status><successfulUpdates>1</successfulUpdates></response>";
            return context.Response.WriteAsync(reply, context.RequestAborted);
        });
        using ProfileClient client = server.CreateClient();

        BulkResult result = await client.UpdateManyAsync([new Member("m1", "x")], Soon, null, Cancellation);

        Assert.Equal((3, 1, BatchState.Complete), (asked, result.Updated, result.Files[0].State));
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task A_file_that_was_sent_first_and_taken_last_pushes_no_status_out()
    {
        // The first file is accepted after nine others, and its status is known long before theirs.
        var taken = new List<string>();
        var asked = new ConcurrentDictionary<string, int>();
        var nineTaken = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Method == "POST")
            {
                using var reader = new StreamReader(context.Request.Body);
                string id = (await reader.ReadToEndAsync(context.RequestAborted)).Split('\n', ',')[3];
                if (id == "m0")
                {
                    await nineTaken.Task.WaitAsync(context.RequestAborted);
                }

                lock (taken)
                {
                    taken.Add(id);
                    if (taken.Count == 9)
                    {
                        nineTaken.SetResult();
                    }
                }

                await context.Response.WriteAsync(
                    $"<response><success>true</success><batchStatus>http://{context.Request.Host}/s?batchId={id}</batchStatus></response>",
                    context.RequestAborted
                );
                return;
            }

            string batch = context.Request.Query["batchId"]!;
            bool isKept;
            lock (taken)
            {
                isKept = taken.IndexOf(batch) >= taken.Count - 10;
            }

            if (!isKept)
            {
                context.Response.StatusCode = 404;
                return;
            }

            int times = asked.AddOrUpdate(batch, 1, (_, before) => before + 1);
            string status = batch == "m0" || times > 5 ? "complete" : "incomplete";
            await context.Response.WriteAsync(
                $"<response><status>{status}</status><successfulUpdates>1</successfulUpdates></response>",
                context.RequestAborted
            );
        });
        using ProfileClient client = server.CreateClient();
        Member[] members = [.. Enumerable.Range(0, 14).Select(i => new Member($"m{i}", "x"))];
        var options = new BulkOptions
        {
            StatusInterval = TimeSpan.FromSeconds(10),
            MaxRowsPerFile = 1,
            MaxConcurrency = 2,
        };
        BulkResult result = await client.UpdateManyAsync(members, options, null, Cancellation);
        Assert.Equal((14, 14, 0), (result.Accepted, result.Updated, result.StatusUnknown));
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task Runs_at_the_same_time_leave_each_other_room_for_their_statuses()
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromMinutes(3) }
        );
        ProfileClient client = CreateClient(emulator);
        BulkResult[] results = await Task.WhenAll(OneRowEachAsync(client, "a", 12), OneRowEachAsync(client, "b", 12));
        Assert.All(results, result => Assert.Equal((12, 12), (result.Accepted, result.Updated)));
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task A_run_that_ended_early_holds_no_room_any_more()
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromHours(3) }
        );
        ProfileClient client = CreateClient(emulator);
        emulator.Faults.Next(TargetOperation.BulkUpdate, [.. Enumerable.Repeat(Fault.None, 9), Fault.Status(403)]);
        var cut = await Assert.ThrowsAsync<BulkUpdateException>(() => OneRowEachAsync(client, "a", 12));
        Assert.Equal(9, cut.Result.Accepted);
        DateTimeOffset start = Clock.GetUtcNow();
        BulkResult result = await OneRowEachAsync(client, "b", 3);
        Assert.Equal(3, result.Accepted);
        Assert.All(result.Files, file => Assert.InRange((file.SentAt!.Value - start).TotalMinutes, 0, 5));
    }

    [Fact]
    public async Task Progress_comes_in_order_never_falls_and_ends_with_everything()
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromMinutes(2) }
        );
        emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            Fault.None,
            Fault.Status(503),
            Fault.Reset(FaultMoment.AfterEffect)
        );
        var progress = new Collecting();
        var options = new BulkOptions
        {
            MaxRowsPerFile = 3,
            MaxConcurrency = 2,
            DuplicateHandling = DuplicateHandling.Merge,
        };
        Member[] members =
        [
            .. Enumerable.Range(0, 10).Select(i => new Member($"m{i}", "x")),
            new("m0", "y"),
            new("m/", "rejected"),
            new("empty"),
        ];
        _ = await CreateClient(emulator).UpdateManyAsync(members, options, progress, Cancellation);
        var last = new BulkProgress
        {
            Read = 13,
            Rejected = 1,
            Empty = 1,
            Merged = 1,
            Sent = 10,
            Accepted = 10,
            Completed = 10,
            ExpectedCount = 13,
        };
        Assert.Equal(last, progress.Reports[^1]);
        Assert.InRange(progress.Reports.Count, 5, int.MaxValue);
        Assert.All(
            progress.Reports.Zip(progress.Reports.Skip(1)),
            pair =>
                Assert.All(
                    CountsOf(pair.First).Zip(CountsOf(pair.Second)),
                    count => Assert.True(count.First <= count.Second)
                )
        );
        Assert.False(progress.IsEverAtOnce);

        static long[] CountsOf(BulkProgress progress) =>
            [
                progress.Read,
                progress.Rejected,
                progress.Empty,
                progress.Merged,
                progress.Sent,
                progress.Accepted,
                progress.Completed,
            ];
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(20L, 20L)]
    [InlineData(5L, null)]
    public async Task Progress_shows_the_expected_count_until_the_source_gave_more_and_the_true_one_at_the_end(
        long? expected,
        long? shown
    )
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        int calls = 0;
        var slow = new LateCalls(
            Clock,
            _ => (TimeSpan.Zero, Interlocked.Increment(ref calls) == 10 ? TimeSpan.FromSeconds(30) : TimeSpan.Zero)
        );
        var progress = new Collecting();
        var options = new BulkOptions
        {
            MaxRowsPerFile = 1,
            StatusTimeout = TimeSpan.Zero,
            ExpectedCount = expected,
        };
        IEnumerable<Member> members = Enumerable.Range(0, 100).Select(i => new Member($"m{i}", "x")).Where(_ => true);

        _ = await CreateClient(emulator, configure: null, slow)
            .UpdateManyAsync(members, options, progress, Cancellation);

        BulkProgress[] underWay = [.. progress.Reports.Where(report => report.Read is > 5 and < 20)];
        Assert.NotEmpty(underWay);
        Assert.All(underWay, report => Assert.Equal(shown, report.ExpectedCount));
        Assert.Equal(100, progress.Reports[^1].ExpectedCount);
    }

    [Fact]
    [Trait("Clause", "URL-1")]
    [Trait("Clause", "URL-2")]
    [Trait("Clause", "BATCH-2")]
    public async Task Arbitrary_text_comes_back_equal_through_the_decoder_of_the_emulator()
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { BulkCallsPerMinute = null });
        ProfileClient client = CreateClient(emulator, options => options.Quota = Plenty);
        var options = new BulkOptions { StatusTimeout = TimeSpan.Zero, MaxRowsPerFile = 7 };
        await Gen.Select(Arbitrary.Key, Arbitrary.Value, Arbitrary.Value)
            .Array[1, 40]
            .SampleAsync(
                async rows =>
                {
                    Member[] members =
                    [
                        .. rows.DistinctBy(row => row.Item1).Select(row => new Member(row.Item1, row.Item2, row.Item3)),
                    ];
                    BulkResult result = await client.UpdateManyAsync(members, options, null, Cancellation);
                    Assert.Equal(members.Length, result.Accepted);
                    Assert.All(
                        members,
                        member =>
                        {
                            IReadOnlyDictionary<string, string> stored = Stored(emulator, member.Id!)!;
                            Assert.Equal((member.City, member.Note), (stored["city"], stored["note"]));
                        }
                    );
                },
                iter: 60,
                threads: 1
            );
        Assert.Empty(emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "BATCH-1")]
    [Trait("Clause", "BATCH-3")]
    public async Task The_body_is_the_file_as_it_is()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Member[] members = [new("m,1", "a b"), new("m2", null, "ö")];
        _ = await CreateClient(emulator).UpdateManyAsync(members, Soon, null, Cancellation);
        ReceivedCall upload = emulator.Calls.First(call => call.Method == "POST");
        Assert.Equal(
            "batch=thirdPartyId,city,note\nm%2C1,a%20b\nm2,,%C3%B6\n",
            Encoding.ASCII.GetString(upload.Body.Span)
        );
    }

    private static Task<BulkResult> OneRowEachAsync(ProfileClient client, string name, int rows) =>
        client.UpdateManyAsync(
            Enumerable.Range(0, rows).Select(i => new Member($"{name}{i}", "x")),
            new BulkOptions { MaxRowsPerFile = 1 },
            null,
            Cancellation
        );

    internal static void AssertBalanced(BulkResult result)
    {
        Assert.Equal(
            result.Read,
            result.Rejected
                + result.Empty
                + result.Merged
                + result.NotSent
                + result.Declined
                + result.Unconfirmed
                + result.Accepted
        );
        Assert.Equal(result.Accepted, result.Updated + result.NotFound + result.Failed + result.StatusUnknown);
    }

    private sealed class Collecting : IProgress<BulkProgress>
    {
        private int _reporting;

        public List<BulkProgress> Reports { get; } = [];

        /// <summary>Whether two reports ever came at the same time.</summary>
        public bool IsEverAtOnce { get; private set; }

        public void Report(BulkProgress value)
        {
            IsEverAtOnce |= Interlocked.Increment(ref _reporting) > 1;
            Reports.Add(value);
            Interlocked.Decrement(ref _reporting);
        }
    }

    private sealed class BothKinds : IEnumerable<Member>, IAsyncEnumerable<Member>
    {
        public IEnumerator<Member> GetEnumerator() => throw new InvalidOperationException("Read synchronously.");

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public async IAsyncEnumerator<Member> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield return new Member("async", "x");
        }
    }
}
