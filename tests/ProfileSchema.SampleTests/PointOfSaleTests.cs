using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ProfileSchema.Emulator;

namespace ProfileSchema.SampleTests;

[Trait("Category", "Heavy")]
public sealed class PointOfSaleTests : IAsyncLifetime
{
    private TargetEmulator _target = null!;
    private Sample _service = null!;
    private HttpClient _checkout = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _target = await TargetEmulator.StartAsync(cancellationToken: Cancellation);
        for (int i = 1; i <= 20; i++)
        {
            _target.GetAccount("acme").AddProfile($"m-{i}");
        }

        _service = Sample.Start(
            "PointOfSale",
            "--urls=http://127.0.0.1:0",
            "--Target:ClientCode=acme",
            $"--Target:BaseAddress={_target.BaseAddress}",
            "--Target:MaxAttempts=1",
            "--Telemetry:Console=true",
            "--Queue:Capacity=20",
            "--Queue:Pause=00:00:00.050",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information"
        );
        string line = await _service.LineAsync("Now listening on: ");
        _checkout = new HttpClient
        {
            BaseAddress = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        _checkout.Dispose();
        _service.Dispose();
        await _target.DisposeAsync();
    }

    [Fact(Explicit = true)]
    public async Task Purchases_add_up_and_the_profile_follows()
    {
        JsonNode first = await BuyAsync("m-1", 499.50m);
        Assert.Equal("Silver", (string?)first["tier"]);
        await BuyAsync("m-1", 0.50m);
        await UntilAsync(() => Attribute("m-1", "spent") == "500.00");
        Assert.Equal("gold", Attribute("m-1", "tier"));
        Assert.Equal("Malmö", Attribute("m-1", "lastStore"));

        JsonNode? seen = await _checkout.GetFromJsonAsync<JsonNode>("/members/m-1/profile", Cancellation);
        Assert.Equal("500", (string?)seen!["points"]);
        using HttpResponseMessage unknown = await _checkout.GetAsync(
            new Uri("/members/nobody/profile", UriKind.Relative),
            Cancellation
        );
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Empty(_target.Violations);
    }

    [Theory(Explicit = true)]
    [InlineData("""{"memberId":"m-1","store":"","amount":1}""", "store")]
    [InlineData("""{"memberId":"m-1","store":"X","amount":0}""", "amount")]
    [InlineData("""{"memberId":"a/b-4711","store":"X","amount":1}""", "memberId")]
    [InlineData("""{"memberId":"m-1","store":"X","amount":"much"}""", "")]
    [InlineData("not json", "")]
    public async Task Bad_input_gets_problem_details_and_changes_nothing(string body, string field)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _checkout.PostAsync(
            new Uri("/purchases", UriKind.Relative),
            content,
            Cancellation
        );
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        string problem = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(field, problem, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("4711", problem, StringComparison.Ordinal);
        Assert.Equal(0, _target.CallCount);
    }

    [Theory(Explicit = true)]
    [InlineData(503)]
    [InlineData(403)]
    public async Task While_Target_is_away_or_lets_nobody_in_purchases_are_taken_and_sent_later(int status)
    {
        _target.Faults.Next(TargetOperation.SingleUpdate, [.. Enumerable.Repeat(Fault.Status(status), 5)]);
        await BuyAsync("m-2", 10);
        await UntilAsync(async () => await HealthAsync() == "Degraded");
        await UntilAsync(() => Attribute("m-2", "spent") == "10.00");
        await UntilAsync(async () => await HealthAsync() == "Healthy");
        Assert.DoesNotContain("m-2", _service.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task When_the_queue_is_full_a_purchase_gets_503()
    {
        HoldUpdates();
        for (int i = 1; i <= 20; i++)
        {
            await BuyAsync($"m-{i}", 1);
        }

        using HttpResponseMessage response = await PostAsync("m-21", 1);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal("Unhealthy", await HealthAsync());
        // Whoever waits already costs nothing more.
        await BuyAsync("m-20", 1);
    }

    [Fact(Explicit = true)]
    public async Task Asked_to_end_it_sends_what_waits_first()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM.");
        // The senders are busy, the others wait in the queue, and the service is told to stop.
        _target.Faults.Next(
            TargetOperation.SingleUpdate,
            [.. Enumerable.Repeat(Fault.Delay(FaultMoment.BeforeEffect, TimeSpan.FromSeconds(1)), 4)]
        );
        for (int i = 1; i <= 20; i++)
        {
            await BuyAsync($"m-{i}", i);
        }

        await _service.TerminateAsync();
        Assert.True(await _service.ExitAsync() == 0, _service.Output);
        Assert.All(Enumerable.Range(1, 20), i => Assert.Equal($"{i}.00", Attribute($"m-{i}", "spent")));
        Assert.DoesNotContain("not sent before", _service.Output, StringComparison.Ordinal);

        // What OpenTelemetry was given in the meantime: requests and the queue, and nobody's id.
        Assert.Contains("Microsoft.AspNetCore.Hosting.HttpRequestIn", _service.Output, StringComparison.Ordinal);
        Assert.Contains("pointofsale.queue.length", _service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("m-17", _service.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task Asked_to_end_while_Target_is_away_it_says_how_many_were_not_sent()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM.");
        _target.Faults.Next(TargetOperation.SingleUpdate, [.. Enumerable.Repeat(Fault.Status(500), 10_000)]);
        for (int i = 1; i <= 6; i++)
        {
            await BuyAsync($"m-{i}", i);
        }

        await _service.TerminateAsync();
        Assert.True(await _service.ExitAsync() == 0, _service.Output);
        Assert.Contains("6 profiles were not sent before", _service.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task A_member_at_the_counter_is_updated_at_once_and_all_of_them_in_bulk()
    {
        // Whom no visit made: a single update changes nobody unknown (SINGLE-4), the two other ways make the profile.
        await BuyAsync("new-1", 700);
        await BuyAsync("new-2", 20);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/members/nobody/visits")).Status);
        (HttpStatusCode status, JsonNode? visit) = await PostAsync("/members/new-1/visits");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True((bool)visit!["sent"]! && (bool)visit["verified"]!);
        Assert.Equal("gold", Attribute("new-1", "tier"));
        Assert.Null(Attribute("new-2", "tier"));

        (_, JsonNode? refresh) = await PostAsync("/members/refresh");
        Assert.Equal((2, 2, 2), ((int)refresh!["read"]!, (int)refresh["accepted"]!, (int)refresh["equal"]!));
        Assert.Equal("silver", Attribute("new-2", "tier"));

        _target.Faults.Next(TargetOperation.Delivery, Fault.Status(420));
        Assert.Equal(HttpStatusCode.BadGateway, (await PostAsync("/members/new-1/visits")).Status);
        Assert.Empty(_target.Violations);
    }

    private async Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(string path)
    {
        using HttpResponseMessage response = await _checkout.PostAsync(
            new Uri(path, UriKind.Relative),
            content: null,
            Cancellation
        );
        string body = await response.Content.ReadAsStringAsync(Cancellation);
        return (response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body));
    }

    private void HoldUpdates() =>
        _target.Faults.Next(
            TargetOperation.SingleUpdate,
            [.. Enumerable.Repeat(Fault.Delay(FaultMoment.BeforeEffect, Timeout.InfiniteTimeSpan), 4)]
        );

    private async Task<JsonNode> BuyAsync(string memberId, decimal amount)
    {
        using HttpResponseMessage response = await PostAsync(memberId, amount);
        string body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode is HttpStatusCode.Accepted, body + _service.Output);
        return JsonNode.Parse(body)!;
    }

    private Task<HttpResponseMessage> PostAsync(string memberId, decimal amount) =>
        _checkout.PostAsJsonAsync(
            "/purchases",
            new
            {
                memberId,
                store = "Malmö",
                amount,
            },
            Cancellation
        );

    private async Task<string> HealthAsync()
    {
        using HttpResponseMessage response = await _checkout.GetAsync(
            new Uri("/health", UriKind.Relative),
            Cancellation
        );
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    private string? Attribute(string memberId, string name) =>
        _target
            .GetAccount("acme")
            .FindProfile(TargetId.ThirdPartyId(memberId))
            ?.Attributes.GetValueOrDefault(name)
            .Value;

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Delay(10, Cancellation);
        }
    }
}
