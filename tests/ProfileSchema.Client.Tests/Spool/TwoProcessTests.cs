using System.Diagnostics;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Spool;

/// <summary>One spool and two processes: the second is refused as long as the first lives, and no longer.</summary>
public sealed class TwoProcessTests : EmulatorTest
{
    private const int Rows = 6;

    private readonly string _root = Directory.CreateTempSubdirectory("shared-").FullName;

    private string Spool => Path.Combine(_root, "spool");

    [Fact]
    public async Task The_second_is_refused_until_the_first_has_ended()
    {
        Assert.SkipUnless(SpoolingChild.Exists, "The child is built for .NET 10 only.");
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            Fault.Delay(FaultMoment.BeforeEffect, Timeout.InfiniteTimeSpan)
        );
        using Process first = SpoolingChild.Start(emulator.BaseAddress, Spool, Rows);
        try
        {
            while (emulator.Faults.HeldCallCount == 0)
            {
                Assert.False(first.HasExited);
                await Task.Delay(10, Cancellation);
            }

            (int code, string output, string errors) = await RunAsync(emulator);
            Assert.NotEqual(0, code);
            Assert.DoesNotContain("done", output, StringComparison.Ordinal);
            Assert.Contains(
                "BulkSpoolException: The directory of BulkOptions.SpoolDirectory is in use by another run. Wait for it to end, or give this one "
                    + "a directory of its own.",
                errors,
                StringComparison.Ordinal
            );
            Assert.Equal(1, emulator.Faults.HeldCallCount);
            Assert.Empty(emulator.GetAccount(Account).Profiles);
        }
        finally
        {
            first.Kill();
            await first.WaitForExitAsync(CancellationToken.None);
        }

        (int last, string done, string none) = await RunAsync(emulator);
        Assert.True(last == 0, none);
        Assert.EndsWith("done", done.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(Rows, emulator.GetAccount(Account).Profiles.Count);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Spool));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(TargetEmulator emulator)
    {
        using Process process = SpoolingChild.Start(emulator.BaseAddress, Spool, Rows);
        Task<string> output = process.StandardOutput.ReadToEndAsync(Cancellation);
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output, await errors);
    }
}
