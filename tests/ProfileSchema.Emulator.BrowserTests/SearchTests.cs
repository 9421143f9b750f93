using Microsoft.Playwright;

namespace ProfileSchema.Emulator.BrowserTests;

public sealed class SearchTests(Browser browser) : PageTest(browser)
{
    [Theory]
    [InlineData("M100042", "M100042")]
    [InlineData("bern", "M100007")]
    [InlineData("city=BERN", "M100007")]
    [InlineData("onlyHere", "M100099")]
    public async Task A_search_finds_by_key_by_value_and_by_attribute(string text, string key)
    {
        await PostBatchAsync(Members());

        await OpenAsync("page/profiles");

        await Assertions.Expect(Page.GetByText("120 profiles, the latest change first")).ToBeVisibleAsync();

        await Page.GetByLabel("Search").FillAsync(text);

        await Assertions.Expect(Page.GetByText("1 profile found").First).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Row).Last).ToContainTextAsync(key);

        await Page.GetByRole(AriaRole.Link, new() { Name = key }).ClickAsync();

        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = $"Profile {key}" })).ToBeVisibleAsync();

        await Assertions
            .Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "city" }))
            .ToContainTextAsync("Call 1");
    }

    [Fact]
    public async Task A_search_is_part_of_the_address_and_finds_what_comes_later()
    {
        await PostBatchAsync(Members());
        await OpenAsync("page/profiles");

        await Page.GetByLabel("Search").FillAsync("Lugano");

        await Assertions.Expect(Page.GetByText("Nothing found")).ToBeVisibleAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("search=Lugano"));

        await UpdateAsync("mbox3rdPartyId=M100003&profile.city=Lugano");

        await Assertions.Expect(Page.GetByRole(AriaRole.Row).Last).ToContainTextAsync("M100003");
        await Assertions.Expect(Page.GetByLabel("Search")).ToHaveValueAsync("Lugano");
    }

    [Fact]
    public async Task Long_lists_come_in_pages()
    {
        await PostBatchAsync(Members());
        await OpenAsync("page/profiles");
        await Assertions.Expect(Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(51);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Page 2 of 3")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(21);
    }

    [Fact]
    public async Task A_batch_of_500_000_rows_of_which_many_fail_is_shown_in_part()
    {
        var file = new System.Text.StringBuilder("batch=thirdPartyId,a\n");
        for (int row = 0; row < 500_000; row++)
        {
            file.Append('M').Append(row).Append(row % 3 == 0 ? ",%F\n" : ",1\n");
        }

        await PostBatchAsync(file.ToString());
        await OpenAsync("page/batches");
        await Page.GetByRole(AriaRole.Row).Last.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(Page.GetByText("The first 100 of 166,667 rows")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Profiles", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByText("The first 1,000 of 333,333 profiles")).ToBeVisibleAsync();
        await Page.GetByLabel("Search").FillAsync("M499999");
        await Assertions.Expect(Page.GetByText("1 profile found").First).ToBeVisibleAsync();
        Assert.True(await Page.EvaluateAsync<int>("document.querySelectorAll('*').length") < 5_000);
    }

    private static string Members()
    {
        IEnumerable<string> rows = Enumerable
            .Range(100_000, 120)
            .Select(member => $"M{member},{(member == 100_007 ? "Bern" : "Basel")},{(member == 100_099 ? "1" : "")}\n");
        return "batch=thirdPartyId,city,onlyHere\n" + string.Concat(rows);
    }
}
