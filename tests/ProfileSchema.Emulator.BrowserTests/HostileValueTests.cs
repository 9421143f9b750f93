using Microsoft.Playwright;

namespace ProfileSchema.Emulator.BrowserTests;

/// <summary>What was received is text: it is never markup, never script, and it does not turn the page around.</summary>
public sealed class HostileValueTests(Browser browser) : PageTest(browser)
{
    // A key holds no slash (ID-3).
    private const string Key = "<script>alert(1)";
    private const string Script = "<script>alert(1)</script>";
    private const string Image = "\"><img src=x onerror=alert(2)>'";
    private const string Override = "gold\u202Edlog\u202C";

    private static readonly string[] Views = ["", "page/profiles", "page/batches", "page/calls"];

    [Fact]
    public async Task Hostile_names_and_values_are_shown_as_text_everywhere()
    {
        string file =
            $"batch=thirdPartyId,{Encode(Image)},{Encode("<b>bold</b>")}\n"
            + $"{Encode(Key)},{Encode(Script)},{Encode(Override)}\n";
        await PostBatchAsync(file);
        await UpdateAsync($"mbox3rdPartyId={Encode(Key)}&profile.{Encode(Image)}={Encode(Image)}");
        await GetAsync($"%3Cscript%3Ealert(3)%3C/script%3E/{Encode(Image)}");
        await GetAsync($"rest/v1/profiles/thirdPartyId/{Encode(Image)}?client={Encode(Image)}");
        string pcId = Emulator.GetAccount(Code).Profiles[0].PcId;
        string batchId = Emulator.GetAccount(Code).Batches[0].Id;
        string[] single =
        [
            $"page/profile?account={Code}&pcId={pcId}",
            $"page/batch?account={Code}&id={batchId}",
            .. Emulator.Calls.Select(call => $"page/call?number={call.Number}"),
            $"page/profiles?account={Code}&search={Encode(Image)}",
            $"page/batches?account={Encode(Image)}",
            $"page/calls?account={Encode(Image)}&operation={Encode(Script)}",
            $"page/{Encode(Script)}",
        ];
        foreach (string view in Views.Concat(single))
        {
            await OpenAsync(view);
            int foreign = await Page.EvaluateAsync<int>(
                "document.querySelectorAll('script:not([src^=\"/page/\"]), main img, main b, [onerror]').length"
            );
            Assert.Equal(0, foreign);
        }

        await OpenAsync(single[0]);
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = $"Profile {Key}" })).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Cell, new() { Name = "<b>bold</b>" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Characters_that_nobody_sees_are_written_out()
    {
        Emulator
            .GetAccount(Code)
            .AddProfile(
                "M1",
                attributes: [new("a", Override), new("b", " x\u00A0y\u200B\n\t"), new("c", "👩‍👩‍👧 é עברית")]
            );
        string pcId = Emulator.GetAccount(Code).Profiles[0].PcId;

        await OpenAsync($"page/profile?account={Code}&pcId={pcId}");

        await Assertions.Expect(Cell("a")).ToHaveTextAsync("goldU+202EdlogU+202C");
        await Assertions.Expect(Cell("b")).ToHaveTextAsync("spacexU+00A0yU+200BLFtab");
        await Assertions.Expect(Cell("c")).ToHaveTextAsync("👩‍👩‍👧 é עברית");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Ten_thousand_characters_are_folded_and_wrap(int width)
    {
        string value = new('W', 10_000);
        Emulator.GetAccount(Code).AddProfile(new string('K', 256), attributes: [new(new string('N', 128), value)]);
        await UpdateAsync($"mbox3rdPartyId={new string('K', 256)}&profile.{new string('N', 128)}={value}");
        string pcId = Emulator.GetAccount(Code).Profiles[0].PcId;
        foreach (string view in Views.Append($"page/profile?account={Code}&pcId={pcId}").Append("page/call?number=1"))
        {
            await OpenAsync(view, width);
            await AssertNoOverflowAsync();
        }

        ILocator details = Page.Locator("details").Last;
        await Assertions.Expect(details).ToContainTextAsync("10,000 characters");
        await details.Locator("summary").ClickAsync();
        await Assertions.Expect(details.Locator("> .value")).ToHaveTextAsync(value);
        await AssertNoOverflowAsync();
    }

    private ILocator Cell(string name) =>
        Page.GetByRole(AriaRole.Row)
            .Filter(new() { Has = Page.GetByRole(AriaRole.Cell, new() { Name = name, Exact = true }) })
            .GetByRole(AriaRole.Cell)
            .Nth(1);

    private static string Encode(string text) => Uri.EscapeDataString(text);
}
