using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Spool;

/// <summary>A spooled run in a process of its own is killed, many times, and started again until it is done.</summary>
public sealed class KillTests : EmulatorTest
{
    private const int Rows = 60;
    private const int Files = 20;
    private const string FileDone = "event 1";
    private const string FileFinished = "event 3";

    /// <summary>Of kills at random, and of kills at a transition.</summary>
    private static readonly int KillsOfAKind = HeavyTest.Count(inShort: 10, inLong: 50);

    private readonly string _root = Directory.CreateTempSubdirectory("killed-").FullName;
    private readonly Random _random = new(4711);
    private readonly Dictionary<string, int> _kills = [];
    private readonly Dictionary<string, int> _statesFound = [];

    [Fact(Explicit = true)]
    [Trait("Category", "Heavy")]
    [Trait("Clause", "BULK-7")]
    public async Task Whenever_it_is_killed_every_row_arrives_and_nothing_else()
    {
        Assert.SkipUnless(SpoolingChild.Exists, "The child is built for .NET 10 only.");
        for (int run = 0; NextMoment() is not null; run++)
        {
            Assert.InRange(run, 0, 100);
            // In the time of the processes that are killed.
            TargetEmulator emulator = await StartEmulatorAsync(
                new TargetEmulatorOptions
                {
                    BulkCallsPerMinute = null,
                    ProcessingDelay = TimeSpan.FromMilliseconds(_random.Next(0, 20)),
                },
                TimeProvider.System
            );
            string spool = Path.Combine(_root, run.ToString(CultureInfo.InvariantCulture));
            bool isDone = false;
            for (int start = 0; !isDone; start++)
            {
                Assert.InRange(start, 0, 200);
                isDone = await RunChildAsync(emulator, spool, NextMoment());
            }

            Assert.Empty(Directory.EnumerateFileSystemEntries(spool));
            StoredProfile[] profiles = [.. emulator.GetAccount(Account).Profiles];
            Assert.Equal(Rows, profiles.Length);
            Assert.All(
                Enumerable.Range(0, Rows),
                i => Assert.Equal($"city of r{i}", Stored(emulator, $"r{i}")!["city"])
            );
        }

        Write("kills", _kills);
        Write("with files found", _statesFound);
        Assert.All(
            ["Stored", "Sending", "Accepted"],
            state => Assert.InRange(_statesFound[state], KillsOfAKind / 5, int.MaxValue)
        );
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private static void Write(string what, Dictionary<string, int> figures) =>
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {string.Join(", ", figures.Select(figure => $"{figure.Value} {figure.Key}"))}"
            )
        );

    /// <summary>The kind of which there were the fewest kills; null where there were enough of each.</summary>
    private KillMoment? NextMoment()
    {
        int atRandom = _kills.GetValueOrDefault(KillMoment.Random.Name);
        int afterTransition = _kills.Values.Sum() - atRandom;
        if (afterTransition >= KillsOfAKind && atRandom >= KillsOfAKind)
        {
            return null;
        }

        return atRandom < afterTransition || afterTransition >= KillsOfAKind
            ? KillMoment.Random
            : KillMoment.Transitions.MinBy(moment => _kills.GetValueOrDefault(moment.Name));
    }

    /// <returns>Whether it came to its end.</returns>
    private async Task<bool> RunChildAsync(TargetEmulator emulator, string spool, KillMoment? moment)
    {
        while (emulator.Faults.HeldCallCount > 0)
        {
            // The call of the process before, which is gone.
            await Task.Delay(1, Cancellation);
        }

        emulator.Faults.Clear();
        int place = _random.Next(0, 3);
        if (moment?.Operation is { } operation)
        {
            var hold = Fault.Delay(moment.Fault, Timeout.InfiniteTimeSpan);
            emulator.Faults.Next(operation, [.. Enumerable.Repeat(Fault.None, place), hold]);
        }

        using Process process = SpoolingChild.Start(emulator.BaseAddress, spool, Rows);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancellation);
        Task killing = moment?.Operation is null
            ? Task.CompletedTask
            : KillWhileHeldAsync(process, emulator, spool, moment, ended.Token);
        string last = "";
        int lines = 0;
        while (await process.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            last = line;
            lines += line == (moment == KillMoment.Finished ? FileFinished : FileDone) ? 1 : 0;
            if (moment == KillMoment.Finished && lines > place)
            {
                process.Kill();
            }
            else if (moment == KillMoment.Random && lines == 1 && line == FileDone)
            {
                await Task.Delay(_random.Next(0, 60), Cancellation);
                process.Kill();
            }
        }

        await process.WaitForExitAsync(Cancellation);
        await ended.CancelAsync();
        await killing;
        Assert.True(process.ExitCode is 0 or 137, $"{last} {await errors}");
        Assert.DoesNotContain("failed", last, StringComparison.Ordinal);
        if (process.ExitCode == 137 && moment is not null)
        {
            _kills[moment.Name] = _kills.GetValueOrDefault(moment.Name) + 1;
            NoteStates(spool);
        }

        return last == "done";
    }

    private static async Task KillWhileHeldAsync(
        Process process,
        TargetEmulator emulator,
        string spool,
        KillMoment moment,
        CancellationToken ended
    )
    {
        while (emulator.Faults.HeldCallCount == 0 || (moment == KillMoment.Stored && !IsNextStored(spool)))
        {
            if (ended.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(1, CancellationToken.None);
        }

        process.Kill();
    }

    /// <summary>Whether there is a file behind the one that is held, or can be none.</summary>
    private static bool IsNextStored(string spool) =>
        Directory.GetFiles(spool, "*.batch").Length > 1 || File.Exists(Path.Combine(spool, $"{Files:D8}.batch"));

    /// <summary>In which states the journal says that files were left.</summary>
    private void NoteStates(string spool)
    {
        string journal = Path.Combine(spool, "journal");
        if (!File.Exists(journal))
        {
            return;
        }

        var states = new Dictionary<int, string>();
        foreach (string line in File.ReadAllText(journal).Split('\n')[..^1])
        {
            using JsonDocument entry = JsonDocument.Parse(line[line.IndexOf('{', StringComparison.Ordinal)..]);
            int file = entry.RootElement.GetProperty("File").GetInt32();
            states[file] = entry.RootElement.GetProperty("State").GetString()!;
        }

        // The first line is of no file.
        states.Remove(0);
        foreach (string state in states.Values.Distinct())
        {
            _statesFound[state] = _statesFound.GetValueOrDefault(state) + 1;
        }
    }
}
