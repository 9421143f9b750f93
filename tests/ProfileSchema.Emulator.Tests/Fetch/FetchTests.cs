using System.Net;
using System.Text.Json;

namespace ProfileSchema.Emulator.Tests;

public sealed class FetchTests : EmulatorTest
{
    [Theory]
    [InlineData("12-3.28_0")]
    [InlineData("thirdPartyId/m%20%C3%A9")]
    [InlineData("marketingCloudVisitorId/8765")]
    [Trait("Clause", "FETCH-1")]
    [Trait("Clause", "ID-1")]
    [Trait("Clause", "ID-2")]
    public async Task A_profile_is_read_by_each_of_its_ids(string path)
    {
        await StartAsync();
        Account.AddProfile("m é", "12-3.28_0", "8765", [new("tier", "gold"), new("quote", "\"<日本>\"")]);

        Answer answer = await GetAsync($"rest/v1/profiles/{path}?client={Code}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);

        using var json = JsonDocument.Parse(answer.Body);
        JsonElement root = json.RootElement;

        Assert.Equal(Code, root.GetProperty("client").GetString());

        JsonElement visitor = root.GetProperty("visitorId");
        Assert.Equal("12-3.28_0", visitor.GetProperty("tntId").GetString());
        Assert.Equal("m é", visitor.GetProperty("thirdPartyId").GetString());
        Assert.Equal("8765", visitor.GetProperty("marketingCloudVisitorId").GetString());
        Assert.Equal("2026-01-02T03:04:05.000+00:00", root.GetProperty("modifiedAt").GetString());

        JsonElement quote = root.GetProperty("profileAttributes").GetProperty("quote");
        Assert.Equal("\"<日本>\"", quote.GetProperty("value").GetString());
        Assert.Equal(Clock.GetUtcNow(), quote.GetProperty("modifiedAt").GetDateTimeOffset());
        Assert.Empty(Emulator.Violations);
    }

    [Theory]
    [InlineData(FetchReplyForm.AskedId, "visitorId", "m")]
    [InlineData(FetchReplyForm.Older, "mboxPC", "12-3")]
    [InlineData(FetchReplyForm.Older, "thirdPartyId", "m")]
    [Trait("Clause", "FETCH-1")]
    public async Task Other_documented_forms_are_options(FetchReplyForm form, string property, string expected)
    {
        await StartAsync(time => new() { TimeProvider = time, FetchReplyForm = form });
        Account.AddProfile("m", "12-3");
        using var json = JsonDocument.Parse((await GetAsync($"rest/v1/profiles/thirdPartyId/m?client={Code}")).Body);
        Assert.Equal(expected, json.RootElement.GetProperty(property).GetString());
    }

    [Theory]
    [InlineData("X", "mboxPC=X")]
    [InlineData("thirdPartyId/X%22", "third party id=X\"")]
    [Trait("Clause", "FETCH-2")]
    [Trait("Clause", "FETCH-4")]
    public async Task A_missing_profile_is_told_in_json(string path, string named)
    {
        await StartAsync();

        Answer answer = await GetAsync($"rest/v1/profiles/{path}?client={Code}");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);

        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal(404, json.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(
            $"No profile found for client {Code} with {named}",
            json.RootElement.GetProperty("message").GetString()
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("?client=")]
    [InlineData("?client=other")]
    [InlineData("?client=-demo")]
    [InlineData("?client=%GG")]
    [Trait("Clause", "FETCH-2")]
    public async Task A_wrong_client_code_is_answered_with_400_and_xml(string query)
    {
        await StartAsync(time => new() { TimeProvider = time, ClientCodes = [Code] });
        Answer answer = await GetAsync($"rest/v1/profiles/thirdPartyId/m{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Element("message"));
    }

    [Theory]
    [InlineData("thirdPartyId/a%2Fb", "ID-3")]
    [InlineData("thirdPartyId/a+b", "ID-3")]
    [InlineData("thirdPartyId/%20", "ID-4")]
    [InlineData("%C3", "URL-1")]
    [Trait("Clause", "ID-3")]
    [Trait("Clause", "ID-4")]
    public async Task An_id_that_none_may_have_is_refused(string path, string clause)
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync($"rest/v1/profiles/{path}?client={Code}")).Status);
        AssertViolated(clause, refused: true);
    }
}
