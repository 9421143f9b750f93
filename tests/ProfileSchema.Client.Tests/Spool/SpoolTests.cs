using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Spool;

public sealed class SpoolTests : EmulatorTest
{
    private const string AnotherRun =
        "The directory of BulkOptions.Spool belongs to a run of another account, profile or options. Give each run a directory of "
        + "its own.";

    private readonly string _root = Directory.CreateTempSubdirectory("spool-").FullName;

    private string Spool => Path.Combine(_root, "spool");

    private BulkOptions Options => new() { MaxRowsPerFile = 4, Spool = Spool };

    private static IEnumerable<Member> Members(int count = 20) =>
        Enumerable
            .Range(0, count)
            .Select(i => new Member(i % 7 == 6 ? $"m{i}/" : $"m{i}", i % 5 == 4 ? null : $"c{i}"));

    [Fact]
    public async Task A_run_that_was_cut_off_goes_on_where_it_stopped()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock);
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
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock);
        var options = new BulkOptions
        {
            MaxRowsPerFile = 4,
            Spool = Spool,
            Duplicates = DuplicateKeys.Merge,
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
                Spool = Spool,
                Duplicates = DuplicateKeys.Merge,
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
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.None, Fault.Unsuccessful("no"), Fault.Status(403));
        var cut = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Members(), Options, null, Cancellation)
        );
        Assert.Equal(8, cut.Result.Refused);
        BulkResult result = await client.UpdateManyAsync(Members(), Options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal((4, 10, 0), (result.Refused, result.Accepted, result.Unsent));
        Assert.Equal(10, result.Updated);
        Assert.Equal(5, emulator.Calls.Count(call => call.Operation == TargetOperation.BulkUpdate));
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task What_may_have_been_taken_before_the_end_is_not_undone_by_a_refusal_after_it()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            Fault.Reset(FaultMoment.AfterEffect),
            Fault.Status(400),
            Fault.Status(403)
        );
        var retrying = new Reporting(progress =>
        {
            if (progress.WaitsFor is BulkWait.Retry)
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
        Assert.Equal((4, 4), (refused.Result.Unconfirmed, refused.Result.Refused));
        BulkResult result = await client.UpdateManyAsync(Members(), Options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal((4, 10), (result.Unconfirmed, result.Accepted));
        Assert.Equal(cut.Result.Files[0].SentAt, result.Files[0].SentAt);
    }

    [Fact]
    public async Task What_was_accepted_before_is_so_even_if_the_next_run_ends_at_once()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock);
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
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        using HttpClient http = clock.CreateHttpClient(new FirstCallFails());
        using var client = new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = Account,
                BaseAddress = emulator.BaseAddress,
                TimeProvider = clock,
            },
            http
        );
        Member[] members = [new("a", "old"), new("b", "x"), new("a", "new"), new("c", "x")];
        var options = new BulkOptions
        {
            MaxRowsPerFile = 1,
            MaxAttempts = 1,
            Spool = Spool,
        };
        BulkResult first = await client.UpdateManyAsync(members, options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(first);
        Assert.Equal((2, 2), (first.Unsent, first.Accepted));
        Assert.Null(Stored(emulator, "a"));
        BulkResult second = await client.UpdateManyAsync(members, options, null, Cancellation);
        Assert.Equal((0, 4), (second.Unsent, second.Accepted));
        Assert.Equal("new", Stored(emulator, "a")!["city"]);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task What_is_a_day_old_is_sent_with_consent_only()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock);
        await CutAsync(client, emulator);
        await Task.Delay(TimeSpan.FromHours(25), clock, Cancellation);
        await RefusedAsync(
            client,
            Members(),
            Options,
            "The file '00000001.batch' of BulkOptions.Spool is more than a day old, and sending it now may undo what came after it "
                + "(BULK-7). Set BulkOptions.ResendsOldFiles to send it all the same."
        );
        var consent = new BulkOptions
        {
            MaxRowsPerFile = 4,
            Spool = Spool,
            ResendsOldFiles = true,
        };
        BulkResult result = await client.UpdateManyAsync(Members(), consent, null, Cancellation);
        Assert.Equal(14, result.Updated);
    }

    [Fact]
    public async Task Another_source_is_an_error()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        await RefusedAsync(
            client,
            Members().Skip(1),
            Options,
            "The source differs from that of BulkOptions.Spool, at or before row 6. Run again with the same source, or with another "
                + "directory."
        );
        await RefusedAsync(
            client,
            Members(0),
            Options,
            "The source differs from that of BulkOptions.Spool: it ended earlier. Run again with the same source, or with another "
                + "directory."
        );
        await RefusedAsync(client, Members(), new BulkOptions { MaxRowsPerFile = 5, Spool = Spool }, AnotherRun);
        Assert.Single(emulator.Calls);
    }

    [Fact]
    public async Task Damage_is_reported_and_neither_sent_nor_deleted()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        string file = Path.Combine(Spool, "00000001.batch");
        byte[] content = await File.ReadAllBytesAsync(file, Cancellation);
        content[^2] ^= 1;
        await File.WriteAllBytesAsync(file, content, Cancellation);
        await RefusedAsync(
            client,
            Members(),
            Options,
            "The file '00000001.batch' of BulkOptions.Spool is missing or damaged. It was neither sent nor deleted. Put it back as "
                + "it was, or run again with another directory."
        );
        Assert.True(File.Exists(file));
        string foreign = Path.Combine(Spool, "notes.txt");
        await File.WriteAllTextAsync(foreign, "mine", Cancellation);
        await RefusedAsync(client, Members(), Options, Foreign("notes.txt"));
        Assert.True(File.Exists(foreign));
        File.Delete(foreign);
        string journal = Path.Combine(Spool, "journal");
        string[] lines = await File.ReadAllLinesAsync(journal, Cancellation);
        lines[0] = lines[0].Replace("Begun", "begun", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(journal, lines, Cancellation);
        await RefusedAsync(
            client,
            Members(),
            Options,
            "The journal in the directory of BulkOptions.Spool is damaged. Nothing was sent or deleted; look at what wrote to it, and "
                + "begin with an empty directory."
        );
        Assert.Single(emulator.Calls);
    }

    [Fact]
    public async Task A_batch_file_behind_the_last_one_is_reported_and_neither_sent_nor_deleted()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        _ = await client.UpdateManyAsync(Array.Empty<Member>(), Options, null, Cancellation);
        string foreign = Path.Combine(Spool, "00000001.batch");
        await File.WriteAllTextAsync(foreign, "batch=thirdPartyId,city\nsomebody,else\n", Cancellation);
        await RefusedAsync(
            client,
            [],
            Options,
            "The directory of BulkOptions.Spool holds '00000001.batch', which this run did not write, or not from this source. It "
                + "was neither sent nor deleted. Take it away, or run again with another directory."
        );
        Assert.True(File.Exists(foreign));
        Assert.Empty(emulator.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000007.batch")]
    [InlineData("00000007.batch.tmp")]
    [InlineData("1.batch")]
    [InlineData("batch")]
    public async Task A_batch_file_that_no_run_of_the_spool_left_is_reported_and_neither_sent_nor_deleted(string name)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        bool isNext = name.Length == 0;
        name = isNext ? $"{Directory.GetFiles(Spool, "*.batch").Length + 1:D8}.batch" : name;
        string foreign = Path.Combine(Spool, name);
        await File.WriteAllTextAsync(foreign, "batch=thirdPartyId,city\nsomebody,else\n", Cancellation);
        string message = isNext
            ? $"The directory of BulkOptions.Spool holds '{name}', which this run did not write, or not from this source. It "
                + "was neither sent nor deleted. Take it away, or run again with another directory."
            : Foreign(name);
        await RefusedAsync(client, Members(), Options, message);
        Assert.Contains("somebody", await File.ReadAllTextAsync(foreign, Cancellation), StringComparison.Ordinal);
        Assert.Null(Stored(emulator, "somebody"));
        File.Delete(foreign);
        var soon = new BulkOptions
        {
            MaxRowsPerFile = 4,
            Spool = Spool,
            StatusInterval = Soon.StatusInterval,
        };
        Assert.Equal(14, (await client.UpdateManyAsync(Members(), soon, null, Cancellation)).Accepted);
    }

    [Fact]
    public async Task A_directory_of_another_purpose_stays_as_it_is()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        string file = Path.Combine(_root, "file");
        await File.WriteAllTextAsync(file, "mine", Cancellation);
        await RefusedAsync(client, Members(), new BulkOptions { Spool = _root }, Foreign("file"));
        Assert.Equal([file], Directory.GetFileSystemEntries(_root));
        await RefusedAsync(
            client,
            Members(),
            new BulkOptions { Spool = file },
            "BulkOptions.Spool is no directory that can be written. Name one, or one that can be made, and see to its rights."
        );
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    public async Task What_the_system_does_not_let_it_read_or_write_is_told_as_a_fault_of_the_spool()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        Directory.CreateDirectory(Path.Combine(Spool, "journal"));
        Close(Spool);
        await RefusedAsync(
            client,
            Members(),
            Options,
            "BulkOptions.Spool is no directory that can be written. Name one, or one that can be made, and see to its rights."
        );
        Directory.Delete(Path.Combine(Spool, "journal"));
        IEnumerable<Member> Obstructing()
        {
            foreach (Member member in Members())
            {
                if (member.Id == "m5")
                {
                    Directory.CreateDirectory(Path.Combine(Spool, "00000002.batch.tmp"));
                }

                yield return member;
            }
        }

        await RefusedAsync(
            client,
            Obstructing(),
            Options,
            "The directory of BulkOptions.Spool could not be written; the disk may be full. What was not stored was not sent: make "
                + "room and run again with the same source."
        );
    }

    [Fact]
    public async Task A_file_that_cannot_be_deleted_is_told_once_all_is_done()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        string file = Path.Combine(Spool, "00000001.batch");
        emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            Fault.Delay(FaultMoment.AfterEffect, TimeSpan.FromMilliseconds(200))
        );
        IEnumerable<Member> Obstructing()
        {
            foreach (Member member in Members())
            {
                // The third file is full, so the first is on disk, and its answer is still to come.
                if (member.Id == "m12")
                {
                    File.Delete(file);
                    Directory.CreateDirectory(file);
                }

                yield return member;
            }
        }

        var options = new BulkOptions
        {
            MaxRowsPerFile = 4,
            Spool = Spool,
            StatusInterval = Soon.StatusInterval,
        };
        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Obstructing(), options, null, Cancellation)
        );
        Bulk.UpdateManyTests.AssertBalanced(exception.Result);
        Assert.Equal(14, exception.Result.Updated);
        Assert.Equal(
            "Every file was sent, but '00000001.batch' of BulkOptions.Spool, which holds personal data, could not be deleted. See to "
                + "its rights and to what holds it open, and run again with the same source, or delete the directory.",
            Assert.IsType<BulkSpoolException>(exception.InnerException).Message
        );
        Directory.Delete(file);
        BulkResult again = await client.UpdateManyAsync(Members(), options, null, Cancellation);
        Assert.Equal(14, again.Updated);
        Assert.Equal(4, emulator.Calls.Count(call => call.Operation == TargetOperation.BulkUpdate));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Spool));
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task Attempts_of_a_run_that_was_cut_off_are_counted_by_the_next()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock);
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
                if (progress.WaitsFor is BulkWait.Retry)
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
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock);
        var options = new BulkOptions
        {
            MaxRowsPerFile = 1,
            MaxAttempts = 1,
            Spool = Spool,
        };
        Member[] members = [new("a", "old"), new("b", "x"), new("a", "new")];
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(status));
        BulkResult busy = await client.UpdateManyAsync(members, options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(busy);

        // The third file repeats a key of the first, which is yet to come.
        Assert.Equal((1, 1, 1), (busy.Refused, busy.Accepted, busy.Unsent));
        BulkResult result = await client.UpdateManyAsync(members, options, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal(3, result.Accepted);
        Assert.Equal(
            [BatchOutcome.Refused, BatchOutcome.Accepted],
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
            Spool = Spool,
            StatusInterval = Soon.StatusInterval,
        };
        BulkResult result = await client.UpdateManyAsync(Members(), options, null, Cancellation);
        Assert.Equal(14, result.Updated);
    }

    [Fact]
    public async Task A_second_run_on_the_same_spool_is_refused()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        var inside = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        async IAsyncEnumerable<Member> Waiting()
        {
            inside.SetResult();
            await goOn.Task;
            yield return new Member("m", "x");
        }

        Task<BulkResult> first = client.UpdateManyAsync(
            Waiting(),
            new BulkOptions { Spool = Spool, StatusTimeout = TimeSpan.Zero },
            null,
            Cancellation
        );
        await inside.Task.WaitAsync(Cancellation);
        await RefusedAsync(
            client,
            Members(),
            Options,
            "The directory of BulkOptions.Spool is in use by another run. Wait for it to end, or give this one a directory of its own."
        );
        goOn.SetResult();
        Assert.Equal(1, (await first).Accepted);
    }

    [Fact]
    public async Task Only_the_owner_can_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are of Unix.");
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
#pragma warning disable CA1416 // Skipped on Windows.
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(Spool));
        Assert.All(Directory.GetFiles(Spool), file => Assert.Equal(owner, File.GetUnixFileMode(file)));
        File.SetUnixFileMode(Spool, owner | UnixFileMode.UserExecute | UnixFileMode.GroupRead);
#pragma warning restore CA1416
        await RefusedAsync(
            client,
            Members(),
            Options,
            "The directory of BulkOptions.Spool holds personal data and is open to others than its owner. Set its mode to 700."
        );
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_root, recursive: true);
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

    /// <summary>As a spool must be: for its owner alone.</summary>
    private static void Close(string directory)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static string Foreign(string name) =>
        $"The directory of BulkOptions.Spool holds '{name}', which is none of its files. It was neither sent nor deleted. Take it away, "
        + "or give the run another directory.";

    /// <summary>A run whose first file is stored and not taken.</summary>
    private async Task CutAsync(ProfileClient client, TargetEmulator emulator)
    {
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(403));
        await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Members(), Options, null, Cancellation)
        );
    }

    private static async Task RefusedAsync(
        ProfileClient client,
        IEnumerable<Member> members,
        BulkOptions options,
        string message
    )
    {
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() =>
            client.UpdateManyAsync(members, options, null, Cancellation)
        );
        BulkSpoolException refusal =
            exception as BulkSpoolException ?? Assert.IsType<BulkSpoolException>(exception.InnerException);
        Assert.Equal(message, refusal.Message);
    }
}
