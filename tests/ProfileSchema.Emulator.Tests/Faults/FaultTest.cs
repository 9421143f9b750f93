using System.Diagnostics;

namespace ProfileSchema.Emulator.Tests;

/// <summary>Sends a batch or an update that a fault hits.</summary>
public abstract class FaultTest : EmulatorTest
{
    protected const string File = "batch=thirdPartyId,a\nk1,1\nk2,2\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected async Task StartWithAsync(TargetOperation operation, params Fault[] faults)
    {
        await StartAsync();
        Account.AddProfile("k");
        Emulator.Faults.Next(operation, faults);
    }

    protected Task<Answer> UpdateAsync() => UpdateAsync("mbox3rdPartyId=k&profile.a=1");

    protected Task<Answer> FetchAsync() => GetAsync($"rest/v1/profiles/thirdPartyId/k?client={Code}");

    /// <summary>Waits, on the real clock, until something over the network has happened.</summary>
    protected static async Task UntilAsync(Func<bool> happened)
    {
        var watch = Stopwatch.StartNew();
        while (!happened())
        {
            Assert.True(watch.Elapsed < Patience, "It did not happen.");
            await Task.Delay(5, Cancel);
        }
    }
}
