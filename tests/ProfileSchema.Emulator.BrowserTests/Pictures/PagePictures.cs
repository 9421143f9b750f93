using Microsoft.Playwright;

namespace ProfileSchema.Emulator.BrowserTests;

/// <summary>Makes the pictures of the page for the documentation; <c>eng/screenshots</c> runs it.</summary>
public sealed class PagePictures(Browser browser) : DayTest(browser)
{
    [Theory(Explicit = true)]
    [InlineData("emulator-light", "", 1200, 900, false)]
    [InlineData("emulator-dark", "", 1200, 900, true)]
    [InlineData("emulator-profile", "profile", 1200, 720, false)]
    [InlineData("emulator-batch", "batch", 1200, 720, false)]
    [InlineData("emulator-calls", "page/calls?account=acme", 1200, 720, true)]
    public async Task Take(string name, string view, int width, int height, bool isDark)
    {
        PictureFolder.SkipUnlessNamed();
        await LiveThroughAsync();
        await OpenAsync(AddressOf(view), width, isDark);
        await Page.SetViewportSizeAsync(width, height);

        // A machine without a desktop has no font of its own for a page to take.
        await Page.EvaluateAsync(
            "html => html.style.fontFamily = 'Inter, ' + getComputedStyle(html).fontFamily",
            await Page.QuerySelectorAsync("html")
        );
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = PictureFolder.PathOf(name) });
    }

    private string AddressOf(string view)
    {
        TargetAccount account = Emulator.GetAccount(Code);
        return view switch
        {
            "profile" =>
                $"page/profile?account={Code}&pcId={account.FindProfile(TargetId.ThirdPartyId("M100002"))!.PcId}",
            "batch" => $"page/batch?account={Code}&id={account.Batches[2].Id}",
            _ => view,
        };
    }
}
