using System.Security.Cryptography;
using System.Text;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Spool;

/// <summary>What a spool refuses, reports and leaves alone.</summary>
public sealed class SpoolFaultTests : SpoolTest
{
    private const string AnotherRun =
        "The directory of BulkOptions.SpoolDirectory belongs to a run of another account, profile or options. Give each run a directory of "
        + "its own.";

    private const string Damaged =
        "The journal in the directory of BulkOptions.SpoolDirectory is damaged. Nothing was sent or deleted; look at what wrote to it, and "
        + "begin with an empty directory.";

    private const string WithoutJournal =
        "The directory of BulkOptions.SpoolDirectory holds '00000001.batch', but no journal that says whether it was sent. It was neither "
        + "sent nor deleted. Put the journal back, or take the file away to send everything.";

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
            "The source differs from that of BulkOptions.SpoolDirectory, at or before row 6. Run again with the same source, or with another "
                + "directory."
        );
        await RefusedAsync(
            client,
            Members(0),
            Options,
            "The source differs from that of BulkOptions.SpoolDirectory: it ended earlier. Run again with the same source, or with another "
                + "directory."
        );
        await RefusedAsync(
            client,
            Members(),
            new BulkOptions { MaxRowsPerFile = 5, SpoolDirectory = Spool },
            AnotherRun
        );
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
            "The file '00000001.batch' of BulkOptions.SpoolDirectory is missing or damaged. It was neither sent nor deleted. Put it back as "
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
        await RefusedAsync(client, Members(), Options, Damaged);
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
        await RefusedAsync(client, [], Options, WithoutJournal);
        Assert.True(File.Exists(foreign));
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    public async Task A_journal_that_is_lost_is_reported_and_nothing_is_sent_again_in_silence()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        foreach (
            string lost in Directory
                .GetFiles(Spool)
                .Where(path => !path.EndsWith("00000001.batch", StringComparison.Ordinal))
        )
        {
            File.Delete(lost);
        }

        await RefusedAsync(client, Members(), Options, WithoutJournal);
        await RefusedAsync(client, Members(), Options, WithoutJournal);

        Assert.True(File.Exists(Path.Combine(Spool, "00000001.batch")));
        Assert.Single(emulator.Calls);
    }

    [Fact]
    public async Task A_journal_that_something_wrote_over_is_damage_and_stays_as_it_is()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        string journal = Path.Combine(Spool, "journal");
        await File.WriteAllTextAsync(journal, "mine\n", Cancellation);

        await RefusedAsync(client, Members(), Options, Damaged);

        Assert.Equal("mine\n", await File.ReadAllTextAsync(journal, Cancellation));
        Assert.Single(emulator.Calls);
    }

    [Fact]
    public async Task UpdateMany_with_a_journal_of_the_first_format_refuses_it_and_leaves_it_as_it_is()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        string journal = Path.Combine(Spool, "journal");
        string[] lines = await File.ReadAllLinesAsync(journal, Cancellation);
        string json = lines[0][(lines[0].IndexOf(' ', StringComparison.Ordinal) + 1)..];
        lines[0] = Line(json.Replace("\"Format\":2,", "", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(journal, lines, Cancellation);

        await RefusedAsync(
            client,
            Members(),
            Options,
            "The journal in the directory of BulkOptions.SpoolDirectory was written by another version of ProfileSchema.Client. "
                + "Nothing was sent or deleted. Finish that run with the version that began it, or use an empty directory."
        );

        Assert.Equal(lines, await File.ReadAllLinesAsync(journal, Cancellation));
        Assert.Single(emulator.Calls);
    }

    [Fact]
    public async Task UpdateMany_with_a_spool_writes_outcomes_by_name_so_that_their_numbers_may_change()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);

        await CutAsync(client, emulator);

        string journal = await File.ReadAllTextAsync(Path.Combine(Spool, "journal"), Cancellation);
        Assert.Matches("\"Outcome\":\"[A-Z][A-Za-z]+\"", journal);
        Assert.DoesNotMatch("\"Outcome\":[0-9]", journal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{\"State\":\"Begun\"}")]
    [InlineData("{\"State\":\"Stored\",\"File\":1}")]
    [InlineData("{\"State\":\"Accepted\",\"File\":1}")]
    [InlineData("{\"State\":\"Finished\",\"File\":1}")]
    public async Task A_line_that_is_sound_and_says_too_little_is_damage(string json)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await CutAsync(client, emulator);
        await File.AppendAllTextAsync(Path.Combine(Spool, "journal"), $"{Line(json)}\n", Cancellation);

        await RefusedAsync(client, Members(), Options, Damaged);

        Assert.True(File.Exists(Path.Combine(Spool, "00000001.batch")));
        Assert.Single(emulator.Calls);
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
            ? $"The directory of BulkOptions.SpoolDirectory holds '{name}', which this run did not write, or not from this source. It "
                + "was neither sent nor deleted. Take it away, or run again with another directory."
            : Foreign(name);
        await RefusedAsync(client, Members(), Options, message);
        Assert.Contains("somebody", await File.ReadAllTextAsync(foreign, Cancellation), StringComparison.Ordinal);
        Assert.Null(Stored(emulator, "somebody"));
        File.Delete(foreign);
        var soon = new BulkOptions
        {
            MaxRowsPerFile = 4,
            SpoolDirectory = Spool,
            StatusInterval = Soon.StatusInterval,
        };
        Assert.Equal(14, (await client.UpdateManyAsync(Members(), soon, null, Cancellation)).Accepted);
    }

    [Fact]
    public async Task A_directory_of_another_purpose_stays_as_it_is()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        string file = Path.Combine(Root, "file");
        await File.WriteAllTextAsync(file, "mine", Cancellation);
        await RefusedAsync(client, Members(), new BulkOptions { SpoolDirectory = Root }, Foreign("file"));
        Assert.Equal([file], Directory.GetFileSystemEntries(Root));
        await RefusedAsync(
            client,
            Members(),
            new BulkOptions { SpoolDirectory = file },
            "BulkOptions.SpoolDirectory is no directory that can be written. Name one, or one that can be made, and see to its rights."
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
            "BulkOptions.SpoolDirectory is no directory that can be written. Name one, or one that can be made, and see to its rights."
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
            "The directory of BulkOptions.SpoolDirectory could not be written; the disk may be full. What was not stored was not sent: make "
                + "room and run again with the same source."
        );
    }

    [Fact]
    public async Task A_file_that_cannot_be_deleted_is_told_once_all_is_done()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        var obstructed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ProfileClient client = CreateClient(emulator, configure: null, new CallsAfter(obstructed.Task));
        string file = Path.Combine(Spool, "00000001.batch");
        IEnumerable<Member> Obstructing()
        {
            foreach (Member member in Members())
            {
                // The third file is full, so the first is on disk, and is still to be sent.
                if (member.Id == "m12")
                {
                    File.Delete(file);
                    Directory.CreateDirectory(file);
                    obstructed.SetResult();
                }

                yield return member;
            }
        }

        var options = new BulkOptions
        {
            MaxRowsPerFile = 4,
            SpoolDirectory = Spool,
            StatusInterval = Soon.StatusInterval,
        };
        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Obstructing(), options, null, Cancellation)
        );
        Bulk.UpdateManyTests.AssertBalanced(exception.Result);
        Assert.Equal(14, exception.Result.Updated);
        Assert.Equal(
            "Every file was sent, but '00000001.batch' of BulkOptions.SpoolDirectory, which holds personal data, could not be deleted. See to "
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
            new BulkOptions { SpoolDirectory = Spool, StatusTimeout = TimeSpan.Zero },
            null,
            Cancellation
        );
        await inside.Task.WaitAsync(Cancellation);
        await RefusedAsync(
            client,
            Members(),
            Options,
            "The directory of BulkOptions.SpoolDirectory is in use by another run. Wait for it to end, or give this one a directory of its own."
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
        await RefusedAsync(client, Members(), Options, OpenToOthers);
    }

    [Fact]
    public async Task A_volume_that_shows_one_mode_for_everything_is_used_with_consent_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are of Unix.");
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
#pragma warning disable CA1416 // Skipped on Windows.
        Directory.CreateDirectory(Spool);
        File.SetUnixFileMode(Spool, (UnixFileMode)0b111_111_111);
#pragma warning restore CA1416

        await RefusedAsync(client, Members(), Options, OpenToOthers);
        BulkResult result = await client.UpdateManyAsync(
            Members(),
            new BulkOptions
            {
                StatusInterval = Soon.StatusInterval,
                SpoolDirectory = Spool,
                AllowSharedSpoolDirectory = true,
            },
            null,
            Cancellation
        );

        Assert.True(result.Accepted > 0);
        Assert.Empty(Directory.GetFileSystemEntries(Spool));
    }

    [Fact]
    public async Task At_the_root_of_a_volume_a_directory_of_its_own_inside_is_used_by_every_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are of Unix.");
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        string own = Path.Combine(Spool, "profileschema-spool");
#pragma warning disable CA1416 // Skipped on Windows.
        Directory.CreateDirectory(Path.Combine(Spool, "lost+found"));
        File.SetUnixFileMode(Spool, (UnixFileMode)0b010_111_111_000);

        await CutAsync(client, emulator);

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal(owner, File.GetUnixFileMode(own) & ~UnixFileMode.SetGroup);
#pragma warning restore CA1416
        Assert.NotEmpty(Directory.GetFiles(own));
        Assert.Empty(Directory.GetFiles(Spool));
        BulkResult result = await client.UpdateManyAsync(
            Members(),
            new BulkOptions
            {
                StatusInterval = Soon.StatusInterval,
                MaxRowsPerFile = Options.MaxRowsPerFile,
                SpoolDirectory = Spool,
            },
            null,
            Cancellation
        );
        Assert.Equal(2, result.Files[0].Attempts.Count);
        Assert.Empty(Directory.GetFileSystemEntries(own));
    }

    [Fact]
    public async Task At_the_root_of_a_volume_a_link_is_not_taken_for_the_directory_inside()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        Directory.CreateDirectory(Path.Combine(Spool, "lost+found"));
        string elsewhere = Directory.CreateDirectory(Path.Combine(Root, "elsewhere")).FullName;
        Close(elsewhere);
        Directory.CreateSymbolicLink(Path.Combine(Spool, "profileschema-spool"), elsewhere);

        await RefusedAsync(
            client,
            Members(),
            Options,
            "The directory of BulkOptions.SpoolDirectory is the root of a volume, and 'profileschema-spool' inside is a link. Take it away, or "
                + "give the run another directory."
        );

        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
        Assert.Empty(emulator.Calls);
    }

    /// <summary>As a spool must be: for its owner alone.</summary>
    private static void Close(string directory)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private const string OpenToOthers =
        "The directory of BulkOptions.SpoolDirectory holds personal data and is open to others than its owner. Set its mode to 700. Where the "
        + "volume has one mode for everything, as Azure Files and CIFS have, mount it with dir_mode=0700,file_mode=0600 and the uid of "
        + "this program, or set BulkOptions.AllowSharedSpoolDirectory if whoever can read it may.";

    private static string Line(string json) =>
        $"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 8))} {json}";

    private static string Foreign(string name) =>
        $"The directory of BulkOptions.SpoolDirectory holds '{name}', which is none of its files. It was neither sent nor deleted. Take it away, "
        + "or give the run another directory.";

    /// <summary>Lets no call pass before something has happened.</summary>
    private sealed class CallsAfter(Task happened) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            await happened.WaitAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
