using System.Diagnostics;
using System.Globalization;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Spool;

/// <summary>A spooled run in a process of its own is killed, a hundred times, and started again until it is done.</summary>
public sealed class KillTests : EmulatorTest
{
    private const int Rows = 60;
    private const int Kills = 100;

    private readonly string _root = Directory.CreateTempSubdirectory("killed-").FullName;

    [Fact(Explicit = true)]
    [Trait("Category", "Heavy")]
    [Trait("Clause", "BULK-7")]
    public async Task Whenever_it_is_killed_every_row_arrives_and_nothing_else()
    {
        Assert.SkipUnless(SpoolingChild.Exists, "The child is built for .NET 10 only.");
        var random = new Random(4711);
        int kills = 0;
        for (int run = 0; kills < Kills; run++)
        {
            TargetEmulator emulator = await StartEmulatorAsync(
                new TargetEmulatorOptions
                {
                    BulkCallsPerMinute = null,
                    ProcessingDelay = TimeSpan.FromMilliseconds(random.Next(0, 20)),
                }
            );
            string spool = Path.Combine(_root, run.ToString(CultureInfo.InvariantCulture));
            bool isDone = false;
            for (int start = 0; !isDone; start++)
            {
                Assert.InRange(start, 0, 200);

                // Half of the kills follow an event, the others a moment after the first.
                int afterLine = kills % 2 == 0 ? random.Next(1, 12) : 1;
                int milliseconds = kills % 2 == 0 ? 0 : random.Next(0, 60);
                bool mayBeKilled = kills < Kills;
                isDone = await RunChildAsync(emulator, spool, mayBeKilled ? afterLine : null, milliseconds);
                kills += isDone ? 0 : 1;
            }

            Assert.Empty(Directory.EnumerateFileSystemEntries(spool));
            StoredProfile[] profiles = [.. emulator.GetAccount(Account).Profiles];
            Assert.Equal(Rows, profiles.Length);
            Assert.All(
                Enumerable.Range(0, Rows),
                i => Assert.Equal($"city of r{i}", Stored(emulator, $"r{i}")!["city"])
            );
        }

        TestContext.Current.SendDiagnosticMessage("{0} kills", kills);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    /// <returns>Whether it came to its end.</returns>
    private static async Task<bool> RunChildAsync(
        TargetEmulator emulator,
        string spool,
        int? killAfterLine,
        int milliseconds
    )
    {
        using Process process = SpoolingChild.Start(emulator.BaseAddress, spool, Rows);
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancellation);
        string last = "";
        int lines = 0;
        while (await process.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            last = line;
            if (++lines == killAfterLine)
            {
                await Task.Delay(milliseconds, Cancellation);
                process.Kill();
            }
        }

        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode is 0 or 137, $"{last} {await errors}");
        Assert.DoesNotContain("failed", last, StringComparison.Ordinal);
        return last == "done";
    }
}
