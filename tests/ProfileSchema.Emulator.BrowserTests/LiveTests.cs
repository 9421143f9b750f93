using Microsoft.Playwright;

namespace ProfileSchema.Emulator.BrowserTests;

public sealed class LiveTests(Browser browser) : PageTest(browser)
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(2);

    protected override TargetEmulatorOptions Options =>
        TestContext.Current.TestMethod?.MethodName == nameof(A_batch_that_waits_is_complete_when_its_time_has_come)
            ? new() { TimeProvider = Clock, ProcessingDelay = Delay }
            : base.Options;

    [Fact]
    public async Task A_batch_that_is_posted_appears_without_reload()
    {
        await OpenAsync();
        await Assertions.Expect(Page.GetByText("Nothing has arrived yet")).ToBeVisibleAsync();
        await Page.EvaluateAsync("window.isTheSamePage = true");

        await PostBatchAsync("batch=thirdPartyId,tier\nM1,gold\nM2,silver\n");

        ILocator row = Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "complete" });
        await Assertions.Expect(row).ToContainTextAsync("acme-");
        await Assertions.Expect(Page.Locator(".card")).ToContainTextAsync("2 profiles");
        await Assertions.Expect(Page.Locator(".card")).ToContainTextAsync("1 of 50");
        Assert.True(await Page.EvaluateAsync<bool>("window.isTheSamePage"));
    }

    [Fact]
    public async Task A_batch_that_waits_is_complete_when_its_time_has_come()
    {
        await OpenAsync("page/batches");
        await PostBatchAsync("batch=thirdPartyId,tier\nM1,gold\n");
        await Assertions.Expect(Page.GetByRole(AriaRole.Row).Last).ToContainTextAsync("waiting");
        Clock.Advance(Delay);
        await Assertions.Expect(Page.GetByRole(AriaRole.Row).Last).ToContainTextAsync("complete");
    }

    [Fact]
    public async Task Calls_of_the_last_minute_leave_the_budget_again()
    {
        await PostBatchAsync("batch=thirdPartyId,tier\nM1,gold\n");
        await OpenAsync();
        await Assertions.Expect(Page.Locator(".card")).ToContainTextAsync("1 of 50");
        Clock.Advance(TimeSpan.FromSeconds(60));
        await Assertions.Expect(Page.Locator(".card")).ToContainTextAsync("0 of 50");
    }

    [Fact]
    public async Task A_limit_that_is_reached_is_told()
    {
        await OpenAsync();
        for (int call = 0; call < 51; call++)
        {
            await PostBatchAsync("batch=thirdPartyId,tier\nM1,gold\n");
        }

        await Assertions.Expect(Page.Locator(".card")).ToContainTextAsync("50 of 50");
        await Assertions
            .Expect(Page.Locator(".card"))
            .ToContainTextAsync("1 turned away with 503, the last at 09:30:00");
        ILocator limits = Page.GetByRole(AriaRole.Table, new() { Name = "Limits reached" });
        await Assertions.Expect(limits).ToContainTextAsync("BULK-5");
    }

    [Fact]
    public async Task A_call_is_listed_with_its_decoded_parameters_and_without_its_token()
    {
        await OpenAsync("page/calls");

        await UpdateAsync("mbox3rdPartyId=M1&profile.city=Z%C3%BCrich%20HB");
        ILocator row = Page.GetByRole(AriaRole.Row).Last;

        await Assertions.Expect(row).ToContainTextAsync("Single update");
        await Assertions.Expect(row).ToContainTextAsync("Zürich HB");

        await row.GetByRole(AriaRole.Link).First.ClickAsync();

        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Call 1" })).ToBeVisibleAsync();

        await Assertions
            .Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "profile.city" }))
            .ToContainTextAsync("Zürich HB");
    }

    [Fact]
    public async Task A_parameter_that_was_sent_twice_stays_there_twice()
    {
        await UpdateAsync("mbox3rdPartyId=M1&profile.city=Rome&profile.tier=gold&profile.city=Oslo");
        await OpenAsync("page/call?number=1");
        ILocator cities = Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "profile.city" });
        await Page.EvaluateAsync("document.querySelector('h1').textContent = 'Before the update'");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Call 1" })).ToBeVisibleAsync();
        await Assertions.Expect(cities).ToContainTextAsync(["Rome", "Oslo"]);
    }

    [Fact]
    public async Task What_is_paused_stays_as_it_is_until_it_is_resumed()
    {
        await OpenAsync();
        await Page.Clock.InstallAsync();
        await Page.ReloadAsync();
        ILocator button = Page.GetByRole(AriaRole.Button, new() { Name = "Pause" });

        await button.ClickAsync();

        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");

        await PostBatchAsync("batch=thirdPartyId,tier\nM1,gold\n");
        int asked = 0;
        Page.Request += (_, _) => asked++;
        await Page.Clock.FastForwardAsync("01:00");

        Assert.Equal(0, asked);
        await Assertions.Expect(Page.GetByText("Nothing has arrived yet")).ToBeVisibleAsync();

        await button.ClickAsync();

        await Assertions.Expect(Page.Locator(".card")).ToContainTextAsync("1 profile");
    }

    [Fact]
    public async Task An_update_leaves_what_is_opened_and_focused_alone()
    {
        await UpdateAsync("mbox3rdPartyId=M1&profile.a=" + new string('x', 900));
        Emulator.GetAccount(Code).AddProfile("M1", attributes: [new("a", new string('x', 900)), new("b", "1")]);
        string pcId = Emulator.GetAccount(Code).FindProfile(TargetId.ThirdPartyId("M1"))!.PcId;
        await OpenAsync($"page/profile?account={Code}&pcId={pcId}");
        await Page.Locator("details > summary").ClickAsync();
        await UpdateAsync("mbox3rdPartyId=M1&profile.b=2");

        await Assertions
            .Expect(Page.GetByRole(AriaRole.Row).Last)
            .ToContainTextAsync("2", new() { UseInnerText = true });

        await Assertions.Expect(Page.Locator("details")).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(Page.Locator("details > summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_emulator_that_stops_is_told_of()
    {
        await OpenAsync();
        ExpectNoAnswer();
        await Emulator.DisposeAsync();
        await Assertions.Expect(Page.GetByText("The emulator does not answer")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_a_reload_shows_all_there_is()
    {
        await PostBatchAsync("batch=thirdPartyId,tier\nM1,gold\n");
        await OpenAsync(hasScript: false);
        await Assertions.Expect(Page.GetByText("Reload to see what is new")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Profiles", Exact = true }).ClickAsync();
        await Page.GetByLabel("Search").FillAsync("tier=gold");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("1 profile found")).ToBeVisibleAsync();
    }
}
