using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Spool;

/// <summary>A run that was cut off goes on where it stopped.</summary>
public sealed class SpoolTests : SpoolTest
{
    private const string AnotherRun =
        "The directory of BulkOptions.SpoolDirectory belongs to a run of another account, profile or options. Give each run a directory of "
        + "its own.";

    [Fact]
    public async Task A_run_that_was_cut_off_goes_on_where_it_stopped()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        static IEnumerable<Member> Failing()
        {
            foreach (Member member in Members().Take(13))
            {
                yield return member;
            }

            throw new InvalidDataException("line 14");
        }

        var cut = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Failing(), Options, null, Cancellation)
        );
        Assert.Equal(8, cut.Result.Accepted);
        Assert.True(Directory.Exists(Spool));
        BulkResult result = await client.UpdateManyAsync(Members(), Options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal((20, 14, 14), (result.Read, result.Accepted, result.Updated));
        Assert.Equal(result.Files.Count, emulator.Calls.Count(call => call.Operation == TargetOperation.BulkUpdate));
        Assert.All(result.Files, file => Assert.Equal(BatchState.Complete, file.State));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Spool));
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public async Task Rows_that_waited_to_be_joined_when_it_was_cut_off_are_joined_as_they_would_have_been()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        var options = new BulkOptions
        {
            MaxRowsPerFile = 4,
            SpoolDirectory = Spool,
            DuplicateHandling = DuplicateHandling.Merge,
            MergeWindow = 3,
        };
        static IEnumerable<Member> Source(int? failsAt = null)
        {
            for (int i = 0; i < 40; i++)
            {
                if (i == failsAt)
                {
                    throw new InvalidDataException("cut off");
                }

                // Each key comes twice, two rows apart; the second time with the other parameter.
                bool isSecond = i % 4 >= 2;
                string id = $"m{(i / 4 * 2) + (i % 2)}";
                yield return new Member(id, isSecond ? null : $"c{i}", isSecond ? $"n{i}" : null);
            }
        }

        foreach ((int failsAt, int files) in ((int, int)[])[(13, 0), (18, 1), (18, 1), (25, 2), (33, 3)])
        {
            var cut = await Assert.ThrowsAsync<BulkUpdateException>(() =>
                client.UpdateManyAsync(Source(failsAt), options, null, Cancellation)
            );
            Bulk.UpdateManyTests.AssertBalanced(cut.Result);
            Assert.Equal((failsAt, files), (cut.Result.Read, cut.Result.Files.Count));
            Assert.All(cut.Result.Files, file => Assert.Equal(file.Number * 8, file.EndPosition));
        }

        await RefusedAsync(
            client,
            Source(),
            new BulkOptions
            {
                MaxRowsPerFile = 4,
                SpoolDirectory = Spool,
                DuplicateHandling = DuplicateHandling.Merge,
                MergeWindow = 4,
            },
            AnotherRun
        );
        BulkResult result = await client.UpdateManyAsync(Source(), options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal((40, 20, 20), (result.Read, result.Merged, result.Updated));
        Assert.Equal(5, emulator.Calls.Count(call => call.Operation == TargetOperation.BulkUpdate));
        for (int i = 0; i < 40; i++)
        {
            IReadOnlyDictionary<string, string> stored = Stored(emulator, $"m{(i / 4 * 2) + (i % 2)}")!;
            Assert.Equal(i % 4 >= 2 ? $"n{i}" : $"c{i}", stored[i % 4 >= 2 ? "note" : "city"]);
        }
    }

    [Fact]
    public async Task What_was_finished_is_not_sent_again_and_what_was_not_is()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.None, Fault.Unsuccessful("no"), Fault.Status(403));
        var cut = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Members(), Options, null, Cancellation)
        );
        Assert.Equal(8, cut.Result.Declined);
        var completed = new List<int>();
        BulkOptions options = Options with { OnFileCompleted = file => completed.Add(file.Number) };
        BulkResult result = await client.UpdateManyAsync(Members(), options, null, Cancellation);
        Assert.Equal(result.Files.Select(file => file.Number), completed.Order());
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal((4, 10, 0), (result.Declined, result.Accepted, result.NotSent));
        Assert.Equal(10, result.Updated);
        Assert.Equal(5, emulator.Calls.Count(call => call.Operation == TargetOperation.BulkUpdate));
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task What_may_have_been_taken_before_the_end_is_not_undone_by_a_refusal_after_it()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            Fault.Reset(FaultMoment.AfterEffect),
            Fault.Status(400),
            Fault.Status(403)
        );
        var retrying = new Reporting(progress =>
        {
            if (progress.WaitingFor is BulkWait.Retry)
            {
                cancel.Cancel();
            }
        });
        var cut = await Assert.ThrowsAsync<BulkUpdateCanceledException>(() =>
            client.UpdateManyAsync(Members(), Options, retrying, cancel.Token)
        );
        Assert.Equal(4, cut.Result.Unconfirmed);

        // The first file is refused and yet may have been taken; of the second nobody knows more than that it was not.
        var refused = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Members(), Options, null, Cancellation)
        );
        Bulk.UpdateManyTests.AssertBalanced(refused.Result);
        Assert.Equal((4, 4), (refused.Result.Unconfirmed, refused.Result.Declined));
        BulkResult result = await client.UpdateManyAsync(Members(), Options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal((4, 10), (result.Unconfirmed, result.Accepted));
        Assert.Equal(cut.Result.Files[0].SentAt, result.Files[0].SentAt);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task A_file_that_a_refused_token_and_then_a_final_answer_refused_is_refused_and_not_unconfirmed()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(400));

        BulkResult result = await client.UpdateManyAsync(Members(), Options, null, Cancellation);

        AssertFirstFile(result, BatchOutcome.Declined, BatchOutcome.Declined, BatchOutcome.Declined);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task A_file_whose_run_was_cancelled_after_a_refusal_is_refused_and_not_unconfirmed()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(429), Fault.Status(400));
        var retrying = new Reporting(progress =>
        {
            if (progress.WaitingFor is BulkWait.Retry)
            {
                cancel.Cancel();
            }
        });
        await Assert.ThrowsAsync<BulkUpdateCanceledException>(() =>
            client.UpdateManyAsync(Members(), Options, retrying, cancel.Token)
        );

        BulkResult result = await client.UpdateManyAsync(Members(), Options, null, Cancellation);

        AssertFirstFile(result, BatchOutcome.Declined, BatchOutcome.Declined, BatchOutcome.Declined);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task A_file_that_was_not_sent_for_want_of_a_token_and_then_refused_is_refused_and_not_unconfirmed()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        int asked = 0;
        ProfileClient client = CreateClient(
            emulator,
            options =>
                options.TokenSource = ProfileTokenSource.FromDelegate(_ =>
                    asked++ == 0
                        ? throw new InvalidOperationException("The secret store is closed.")
                        : Task.FromResult("token")
                )
        );
        await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Members(), Options, null, Cancellation)
        );
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(400));

        BulkResult result = await client.UpdateManyAsync(Members(), Options, null, Cancellation);

        AssertFirstFile(result, BatchOutcome.Declined, BatchOutcome.NotSent, BatchOutcome.Declined);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task A_file_that_a_gateway_answered_with_502_throughout_stays_and_the_next_start_sends_it()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        emulator.Faults.Next(TargetOperation.BulkUpdate, [.. Enumerable.Repeat(Fault.Status(502), 10)]);
        Member[] members = [new("a", "Basel")];

        BulkResult open = await client.UpdateManyAsync(members, Options, null, Cancellation);
        string[] kept = Directory.GetFiles(Spool, "*.batch");
        BulkResult result = await client.UpdateManyAsync(members, Options, null, Cancellation);

        Assert.Equal((1, 10), (open.Unconfirmed, open.Files[0].Attempts.Count));
        Assert.Single(kept);
        Assert.Equal((1, 11), (result.Accepted, result.Files[0].Attempts.Count));
        Assert.Equal("Basel", Stored(emulator, "a")!["city"]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Spool));
    }

    [Fact]
    public async Task What_was_accepted_before_is_so_even_if_the_next_run_ends_at_once()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.None, Fault.None, Fault.Status(403));
        var cut = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Members(), Options, null, Cancellation)
        );
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        IEnumerable<Member> Cancelling()
        {
            foreach (Member member in Members())
            {
                if (member.Id == "m12")
                {
                    cancel.Cancel();
                }

                yield return member;
            }
        }

        var again = await Assert.ThrowsAsync<BulkUpdateCanceledException>(() =>
            client.UpdateManyAsync(Cancelling(), Options, null, cancel.Token)
        );
        Bulk.UpdateManyTests.AssertBalanced(again.Result);
        Assert.Equal((8, 8), (cut.Result.Accepted, again.Result.Accepted));
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task What_could_not_be_sent_is_not_overtaken_by_a_later_file_of_its_keys()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using HttpClient http = Clock.CreateHttpClient(new FirstCallFails());
        using var client = new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = Account,
                BaseAddress = emulator.BaseAddress,
                TimeProvider = Clock,
            },
            http
        );
        Member[] members = [new("a", "old"), new("b", "x"), new("a", "new"), new("c", "x")];
        var options = new BulkOptions
        {
            MaxRowsPerFile = 1,
            MaxAttempts = 1,
            SpoolDirectory = Spool,
        };
        BulkResult first = await client.UpdateManyAsync(members, options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(first);
        Assert.Equal((2, 2), (first.NotSent, first.Accepted));
        Assert.Null(Stored(emulator, "a"));
        BulkResult second = await client.UpdateManyAsync(members, options, null, Cancellation);
        Assert.Equal((0, 4), (second.NotSent, second.Accepted));
        Assert.Equal("new", Stored(emulator, "a")!["city"]);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task What_is_a_day_old_is_sent_with_consent_only()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        await Task.Delay(TimeSpan.FromHours(25), Clock, Cancellation);
        await RefusedAsync(
            client,
            Members(),
            Options,
            "The file '00000001.batch' of BulkOptions.SpoolDirectory is more than a day old, and sending it now may undo what came after it "
                + "(BULK-7). Set BulkOptions.ResendExpiredFiles to send it all the same."
        );
        var consent = new BulkOptions
        {
            MaxRowsPerFile = 4,
            SpoolDirectory = Spool,
            ResendExpiredFiles = true,
        };
        BulkResult result = await client.UpdateManyAsync(Members(), consent, null, Cancellation);
        Assert.Equal(14, result.Updated);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task Attempts_of_a_run_that_was_cut_off_are_counted_by_the_next()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            [.. Enumerable.Repeat(Fault.Reset(FaultMoment.AfterEffect), 3)]
        );
        var starts = new List<DateTimeOffset>();
        for (int run = 1; run <= 2; run++)
        {
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var retrying = new Reporting(progress =>
            {
                if (progress.WaitingFor is BulkWait.Retry)
                {
                    cancel.Cancel();
                }
            });
            var cut = await Assert.ThrowsAsync<BulkUpdateCanceledException>(() =>
                client.UpdateManyAsync(Members(), Options, retrying, cancel.Token)
            );
            Assert.Equal(4, cut.Result.Unconfirmed);
            Assert.Equal(run, cut.Result.Files[0].Attempts.Count);
            starts.Add(cut.Result.Files[0].Attempts[^1].StartedAt);
        }

        BulkResult result = await client.UpdateManyAsync(Members(), Options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal(14, result.Updated);
        Assert.Equal(starts[0], result.Files[0].SentAt);
        Assert.Equal(starts, result.Files[0].Attempts.Take(2).Select(attempt => attempt.StartedAt));
        Assert.Equal(
            [BatchOutcome.Unconfirmed, BatchOutcome.Unconfirmed, BatchOutcome.Unconfirmed, BatchOutcome.Accepted],
            result.Files[0].Attempts.Select(attempt => attempt.Outcome)
        );
    }

    [Theory]
    [Trait("Clause", "BULK-5")]
    [Trait("Clause", "BULK-6")]
    [InlineData(503)]
    [InlineData(429)]
    public async Task What_the_service_was_too_busy_for_is_sent_by_the_next_start(int status)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        var options = new BulkOptions
        {
            MaxRowsPerFile = 1,
            MaxAttempts = 1,
            SpoolDirectory = Spool,
        };
        Member[] members = [new("a", "old"), new("b", "x"), new("a", "new")];
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(status));
        BulkResult busy = await client.UpdateManyAsync(members, options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(busy);

        // The third file repeats a key of the first, which is yet to come.
        Assert.Equal((1, 1, 1), (busy.Declined, busy.Accepted, busy.NotSent));
        BulkResult result = await client.UpdateManyAsync(members, options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal(3, result.Accepted);
        Assert.Equal(
            [BatchOutcome.Declined, BatchOutcome.Accepted],
            result.Files[0].Attempts.Select(attempt => attempt.Outcome)
        );
        Assert.Equal("new", Stored(emulator, "a")!["city"]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Spool));
    }

    [Fact]
    public async Task A_last_line_that_was_cut_off_never_counted()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        string journal = Path.Combine(Spool, "journal");
        await File.AppendAllTextAsync(journal, "0123 {\"State\":\"Fin", Cancellation);
        var options = new BulkOptions
        {
            MaxRowsPerFile = 4,
            SpoolDirectory = Spool,
            StatusInterval = Soon.StatusInterval,
        };
        BulkResult result = await client.UpdateManyAsync(Members(), options, null, Cancellation);
        Assert.Equal(14, result.Updated);
    }

    [Fact]
    public async Task A_last_line_that_the_power_cut_tore_never_counted_though_its_end_is_there()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        string journal = Path.Combine(Spool, "journal");
        byte[] lines = await File.ReadAllBytesAsync(journal, Cancellation);
        int start = lines.AsSpan(..^1).LastIndexOf((byte)'\n') + 1;
        lines.AsSpan(start, 40).Clear();
        await File.WriteAllBytesAsync(journal, lines, Cancellation);
        var options = new BulkOptions
        {
            MaxRowsPerFile = 4,
            SpoolDirectory = Spool,
            StatusInterval = Soon.StatusInterval,
        };

        BulkResult result = await client.UpdateManyAsync(Members(), options, null, Cancellation);

        Assert.Equal(14, result.Updated);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Spool));
    }

    private static void AssertFirstFile(BulkResult result, BatchOutcome outcome, params BatchOutcome[] attempts)
    {
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal(0, result.Unconfirmed);
        Assert.Equal(outcome, result.Files[0].Outcome);
        Assert.Equal(attempts, result.Files[0].Attempts.Select(attempt => attempt.Outcome));
    }

    private sealed class FirstCallFails : DelegatingHandler
    {
        private int _calls;

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            Interlocked.Increment(ref _calls) == 1
                ? Task.FromException<HttpResponseMessage>(new HttpRequestException("no network"))
                : base.SendAsync(request, cancellationToken);
    }

    private sealed class Reporting(Action<BulkProgress> report) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value) => report(value);
    }
}
