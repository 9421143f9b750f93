using System.Text.Json;
using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests.Schema;

public sealed class SchemaTests : ToolTest
{
    private static readonly string Assembly = typeof(SchemaTests).Assembly.Location;

    [Fact]
    public async Task A_table_tells_what_audiences_can_use_and_the_tool_says_that_it_loads_the_assembly()
    {
        ToolProcess run = await RunAsync("schema", Assembly);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Loading {Assembly}", run.Error, StringComparison.Ordinal);
        Assert.Contains(
            "ProfileSchema.Tool.Tests.Schema.Shopper (key: thirdPartyId)",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("ProfileSchema.Tool.Tests.Schema.Parcel (key: pcId)", run.Output, StringComparison.Ordinal);
        Assert.Matches(
            @"profile\.tier +one of first_class, std +may be missing +How loyal \| the shopper is\.",
            run.Output
        );
        Assert.Matches(@"profile\.ltv +Decimal +format F2", run.Output);
        Assert.Matches(@"profile\.liked_brands +.*several, joined by \|", run.Output);
        Assert.Matches(@"profile\.email +String +.*hashed by Sha256Email", run.Output);
    }

    [Fact]
    public async Task Markdown_is_a_document()
    {
        ToolProcess run = await RunAsync("schema", Assembly, "--format", "markdown");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("# Profile attributes\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            @"| profile.tier | one of first\_class, std | may be missing | How loyal \| the shopper is. |",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Json_schema_describes_each_profile_as_an_object_of_texts()
    {
        ToolProcess run = await RunAsync("schema", Assembly, "--format", "json");

        Assert.Equal(0, run.ExitCode);

        JsonElement schema = JsonDocument.Parse(run.Output).RootElement;
        JsonElement shopper = schema.GetProperty("$defs").GetProperty("ProfileSchema.Tool.Tests.Schema.Shopper");
        JsonElement tier = shopper.GetProperty("properties").GetProperty("tier");

        Assert.Equal("string", tier.GetProperty("type").GetString());
        Assert.Equal(256, tier.GetProperty("maxLength").GetInt32());
        Assert.Equal("How loyal | the shopper is.", tier.GetProperty("description").GetString());
        Assert.Contains("ltv", shopper.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task What_is_no_assembly_or_declares_no_profile_is_said()
    {
        Write("text.dll", "MZ no");
        Assert.Equal(3, (await RunAsync("schema", "text.dll")).ExitCode);
        Assert.Equal(3, (await RunAsync("schema", "missing.dll")).ExitCode);
        ToolProcess none = await RunAsync("schema", typeof(ProfileContract).Assembly.Location);
        Assert.Equal(5, none.ExitCode);
        Assert.Contains("declares no profile", none.Error, StringComparison.Ordinal);
    }
}
