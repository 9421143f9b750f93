using System.Globalization;
using System.Text;

namespace ProfileSchema.Emulator.BrowserTests;

/// <summary>A day at an account as a developer has it: things that arrive, and things that do not.</summary>
public abstract class DayTest(Browser browser) : PageTest(browser)
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(20);

    private static readonly string[] Tiers = ["bronze", "silver", "gold", "platinum"];
    private static readonly string[] Cities = ["Zürich", "Basel", "Genève", "Bern", "St. Gallen", "Lugano", "Köln"];

    protected override TargetEmulatorOptions Options => new() { TimeProvider = Clock, ProcessingDelay = Delay };

    /// <summary>A minute of it: its calls are within one window of the budget.</summary>
    protected async Task LiveThroughAsync()
    {
        for (int call = 0; call < 52; call++)
        {
            await PostBatchAsync(Members(1 + call * 37 % 400), code: "outlet");
        }

        await PostBatchAsync(Members(2_000));
        Clock.Advance(TimeSpan.FromSeconds(4));
        Emulator.Faults.Next(TargetOperation.BulkUpdate, BatchFault.FailingRows(0.02, seed: 5));
        await PostBatchAsync(Members(480));
        Clock.Advance(Delay);
        await PostBatchAsync(
            "batch=thirdPartyId,tier\nM100007,gold\nM100008,%ZZ\nM100009,%E9\nM900001,gold\nM100010,\n",
            version: ""
        );
        Clock.Advance(Delay);
        await UpdateAsync("mbox3rdPartyId=M100001&profile.tier=platinum&profile.lastVisit=2026-03-01");
        Clock.Advance(TimeSpan.FromSeconds(2));
        await UpdateAsync("mbox3rdPartyId=M100002&profile.favouriteStore=Zürich%20Hauptbahnhof&profile.ltv=1299.50");
        await GetAsync("rest/v1/profiles/thirdPartyId/M100001?client=acme");
        Clock.Advance(TimeSpan.FromSeconds(5));
        await PostBatchAsync("thirdPartyId,tier\nM100003,gold\n");
        await PostBatchAsync(Members(1_200));
    }

    private static string Members(int count)
    {
        var file = new StringBuilder("batch=thirdPartyId,tier,points,ltv,lastVisit,home.city\n");
        for (int member = 1; member <= count; member++)
        {
            // Anything but regular, and the same every time.
            int draw = member * 7919 % 9973;
            string city = Uri.EscapeDataString(Cities[draw % Cities.Length]);
            file.Append(
                CultureInfo.InvariantCulture,
                $"M{100_000 + member},{Tiers[draw * 4 / 9973]},{draw},{draw * 1.37m:F2},2026-02-{1 + draw % 28:D2},{city}\n"
            );
        }

        return file.ToString();
    }
}
