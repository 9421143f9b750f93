using System.Globalization;
using System.Text;

namespace ProfileSchema.Emulator.BrowserTests;

/// <summary>A day at an account as a developer has it: things that arrive, and things that do not.</summary>
public abstract class DayTest(Browser browser) : PageTest(browser)
{
    private static readonly string[] Tiers = ["silver", "gold", "platinum"];

    protected override TargetEmulatorOptions Options =>
        new() { TimeProvider = Clock, ProcessingDelay = TimeSpan.FromSeconds(20) };

    protected async Task LiveThroughAsync()
    {
        for (int call = 0; call < 52; call++)
        {
            await PostBatchAsync(Members(1 + call), code: "outlet");
        }

        await PostBatchAsync(Members(2_000));
        Emulator.Faults.Next(TargetOperation.BulkUpdate, BatchFault.FailingRows(0.02, seed: 5));
        await PostBatchAsync(Members(480));
        Clock.Advance(Options.ProcessingDelay);
        await PostBatchAsync("batch=thirdPartyId,tier\nM1,gold\nM2,%ZZ\nM3,%E9\nNOBODY,gold\nM4,\n", version: "");
        Clock.Advance(Options.ProcessingDelay);
        await UpdateAsync("mbox3rdPartyId=M100001&profile.tier=platinum&profile.lastVisit=2026-03-01");
        await UpdateAsync("mbox3rdPartyId=M100002&profile.favouriteStore=Zürich%20Hauptbahnhof&profile.ltv=1299.50");
        await GetAsync("rest/v1/profiles/thirdPartyId/M100001?client=acme");
        await PostBatchAsync("thirdPartyId,tier\nM1,gold\n");
        await PostBatchAsync(Members(1_200));
    }

    private static string Members(int count)
    {
        var file = new StringBuilder("batch=thirdPartyId,tier,ltv,lastVisit,home.city\n");
        for (int member = 1; member <= count; member++)
        {
            file.Append(
                CultureInfo.InvariantCulture,
                $"M{100_000 + member},{Tiers[member % 3]},{member * 7.5m:F2},2026-02-{1 + member % 28:D2},Z%C3%BCrich\n"
            );
        }

        return file.ToString();
    }
}
