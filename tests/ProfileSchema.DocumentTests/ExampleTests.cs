using ProfileSchema.Emulator;

namespace ProfileSchema.DocumentTests;

/// <summary>
/// Every C# block of the READMEs and of docs is compiled, with the generator and without a warning, and run against an emulator; what a page says is printed is compared with what is printed.
/// </summary>
public sealed class ExampleTests
{
    private const string RulePages = "docs/reference/rules/";

    /// <summary>Has tests of its own, as the pages of the rules have, which run each block against the bytes or the rule beside it.</summary>
    private static readonly string[] TestedElsewhere = ["docs/reference/schema.md"];

    public static TheoryData<string, int> Programs =>
        [
            .. from page in Page.All
            where !TestedElsewhere.Contains(page.Name) && !page.Name.StartsWith(RulePages, StringComparison.Ordinal)
            from program in page.Programs
            select (page.Name, program.Line),
        ];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task The_examples_of_a_page_run(string page, int line)
    {
        Example example = Page.All.Single(other => other.Name == page).Programs.Single(other => other.Line == line);
        await using TargetEmulator target = await TargetEmulator.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        string printed = await ExampleProgram.RunAsync(example, target);
        foreach (string promised in example.Promised)
        {
            Assert.Contains(promised, printed, StringComparison.Ordinal);
        }

        Assert.Empty(target.Violations);
    }

    /// <summary>What a newcomer pastes first.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/tutorials/first-profile.md")]
    [InlineData("src/ProfileSchema.Client/README.md")]
    public void The_first_example_of_a_page_for_newcomers_is_compiled_as_it_is(string page)
    {
        Example first = Page.All.Single(other => other.Name == page).Programs[0];

        Assert.True(first.IsVerbatim);
    }

    [Fact]
    public void Every_page_with_code_is_tested()
    {
        string[] pages = [.. Page.All.Where(page => page.Programs.Count > 0).Select(page => page.Name)];
        Assert.Contains("README.md", pages);
        Assert.Contains("docs/tutorials/first-profile.md", pages);
        Assert.Contains("docs/how-to/dependency-injection.md", pages);
        Assert.Contains("docs/how-to/bulk.md", pages);
        Assert.Contains("docs/how-to/operations.md", pages);
        Assert.Contains("docs/how-to/testing.md", pages);
        Assert.Contains("src/ProfileSchema/README.md", pages);
        Assert.Contains("src/ProfileSchema.Client/README.md", pages);
        Assert.Contains("src/ProfileSchema.Emulator/README.md", pages);
    }
}
