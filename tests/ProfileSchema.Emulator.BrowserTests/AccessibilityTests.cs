using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ProfileSchema.Emulator.BrowserTests;

public sealed class AccessibilityTests(Browser browser) : DayTest(browser)
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(360, true)]
    public Task Every_view_has_names_roles_and_contrast_and_fits(int width, bool isDark) =>
        AssertEveryViewAsync(width, isDark);

    [Theory(Explicit = true)]
    [Trait("Category", "Heavy")]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public Task Every_view_has_names_roles_and_contrast_and_fits_in_the_other_scheme(int width, bool isDark) =>
        AssertEveryViewAsync(width, isDark);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_empty_emulator_is_as_good(bool isDark)
    {
        foreach (string view in (string[])["", "page/profiles", "page/batches", "page/calls", "page/call?number=9"])
        {
            await OpenAsync(view, width: 360, isDark);
            await AssertNoOverflowAsync();
            AxeResult found = await Page.RunAxe();
            Assert.Empty(
                found.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{view}: {rule.Id}: {node.Html}"))
            );
        }
    }

    [Fact]
    public async Task The_dark_page_is_dark()
    {
        await OpenAsync(isDark: true);
        Assert.Equal("rgb(18, 21, 28)", await GroundAsync());
        await OpenAsync(isDark: false);
        Assert.Equal("rgb(246, 247, 249)", await GroundAsync());

        Task<string> GroundAsync() =>
            Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
    }

    [Fact]
    public async Task The_keyboard_alone_leads_to_a_profile()
    {
        await LiveThroughAsync();
        await OpenAsync();
        await Page.Keyboard.PressAsync("Tab");
        await Assertions
            .Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" }))
            .ToBeFocusedAsync();

        await TabToAsync(Page.GetByRole(AriaRole.Link, new() { Name = "Profiles", Exact = true }));

        await AssertFocusIsVisibleAsync();

        await Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Profiles" })).ToBeVisibleAsync();

        await TabToAsync(Page.GetByLabel("Account"));
        await Page.Keyboard.PressAsync("a");
        await TabToAsync(Page.GetByLabel("Search"));

        await AssertFocusIsVisibleAsync();

        await Page.Keyboard.TypeAsync("M100002");
        await Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Page.GetByText("1 profile found").First).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByLabel("Search")).ToBeFocusedAsync();

        await TabToAsync(Page.GetByRole(AriaRole.Link, new() { Name = "M100002" }));
        await Page.Keyboard.PressAsync("Enter");
        await Assertions
            .Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Profile M100002" }))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_search_is_told_to_those_who_do_not_see_the_list()
    {
        await LiveThroughAsync();
        await OpenAsync($"page/profiles?account={Code}");
        await Page.GetByLabel("Search").FillAsync("M100002");
        await Assertions.Expect(Page.Locator("#news[role=status]")).ToHaveTextAsync("1 profile found");
    }

    [Fact]
    public async Task A_search_is_told_however_long_its_answer_takes()
    {
        await LiveThroughAsync();
        await OpenAsync($"page/profiles?account={Code}");

        // Longer than the page waits until it asks again by itself.
        await Page.RouteAsync(
            "**/page/profiles?*search=*",
            async route =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
                await route.ContinueAsync();
            }
        );
        await Page.GetByLabel("Search").FillAsync("M100002");
        await Assertions.Expect(Page.Locator("#news[role=status]")).ToHaveTextAsync("1 profile found");
    }

    private async Task AssertEveryViewAsync(int width, bool isDark)
    {
        await LiveThroughAsync();
        foreach (string view in Views())
        {
            await OpenAsync(view, width, isDark);
            await AssertNoOverflowAsync();
            AxeResult found = await Page.RunAxe();
            Assert.Empty(
                found.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{view}: {rule.Id}: {node.Html}"))
            );
            Assert.NotEmpty(found.Passes);
        }
    }

    private IEnumerable<string> Views()
    {
        TargetAccount account = Emulator.GetAccount(Code);
        string pcId = account.FindProfile(TargetId.ThirdPartyId("M100002"))!.PcId;
        return
        [
            "",
            $"page/profiles?account={Code}",
            "page/profiles?search=nowhere",
            $"page/profile?account={Code}&pcId={pcId}",
            $"page/batches?account={Code}",
            .. account.Batches.Select(batch => $"page/batch?account={Code}&id={batch.Id}"),
            "page/calls",
            "page/calls?operation=remarks",
            "page/call?number=1",
            $"page/call?number={Emulator.Calls.Single(call => call.Operation == TargetOperation.Fetch).Number}",
            $"page/call?number={Emulator.Calls.First(call => call.Operation == TargetOperation.SingleUpdate).Number}",
            "page/nowhere",
        ];
    }

    private async Task TabToAsync(ILocator target)
    {
        for (int press = 0; press < 40; press++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        await Assertions.Expect(target).ToBeFocusedAsync();
    }

    private async Task AssertFocusIsVisibleAsync() =>
        Assert.Equal(
            "solid",
            await Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")
        );
}
