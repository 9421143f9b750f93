using Microsoft.Playwright;

namespace ProfileSchema.Emulator.BrowserTests;

/// <summary>Makes the pictures of the documentation; <c>eng/screenshots</c> runs it.</summary>
public sealed class Screenshots(Browser browser) : DayTest(browser)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PROFILESCHEMA_SCREENSHOTS");

    [Theory(Explicit = true)]
    [InlineData("emulator-light", "", 1200, false)]
    [InlineData("emulator-dark", "", 1200, true)]
    [InlineData("emulator-phone", "", 390, false)]
    [InlineData("emulator-profile", "profile", 1200, false)]
    [InlineData("emulator-batch", "batch", 1200, false)]
    [InlineData("emulator-calls", "page/calls", 1200, false)]
    [InlineData("emulator-profiles", "page/profiles?account=acme&search=tier%3Dplat", 1200, false)]
    public async Task Take(string name, string view, int width, bool isDark)
    {
        Assert.SkipWhen(Folder is null, "PROFILESCHEMA_SCREENSHOTS names the folder for the pictures.");
        await LiveThroughAsync();
        await OpenAsync(AddressOf(view), width, isDark);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png") });
    }

    private string AddressOf(string view)
    {
        TargetAccount account = Emulator.GetAccount(Code);
        return view switch
        {
            "profile" =>
                $"page/profile?account={Code}&pcId={account.FindProfile(TargetId.ThirdPartyId("M100002"))!.PcId}",
            "batch" => $"page/batch?account={Code}&id={account.Batches[1].Id}",
            _ => view,
        };
    }
}
