using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ProfileSchema.Client;
using ProfileSchema.Emulator;

namespace Shop.Tests;

/// <summary>Tests the application with the real client, against one emulator for each test.</summary>
public sealed class NewsletterTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _today = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private TargetEmulator _target = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Newsletter Newsletter => _services.GetRequiredService<Newsletter>();

    public async ValueTask InitializeAsync()
    {
        _target = await TargetEmulator.StartAsync();
        var services = new ServiceCollection();
        services.AddProfileClient(options =>
        {
            options.ClientCode = "acme";
            options.BaseAddress = _target.BaseAddress;
            // No test waits for a retry.
            options.MaxAttempts = 1;
        });
        services.AddSingleton(container => new Newsletter(container.GetRequiredService<ProfileClient>(), _today));
        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _target.DisposeAsync();
    }

    [Fact]
    public async Task A_subscription_stands_in_the_profile_of_the_visitor()
    {
        _target.GetAccount("acme").AddProfile("c-1");
        Assert.True(await Newsletter.TrySubscribeAsync("c-1", ["ski", "sale"], Cancellation));
        Assert.Equal("ski|sale", Attribute("c-1", "topics"));
        Assert.Equal("2026-11-24", Attribute("c-1", "subscribedOn"));
        // Every call follows the protocol.
        Assert.Empty(_target.Violations);
    }

    [Fact]
    public async Task Whoever_leaves_is_marked_with_the_agreed_word()
    {
        _target.GetAccount("acme").AddProfile("c-1", attributes: [new("subscribedOn", "2026-01-01")]);
        await Newsletter.UnsubscribeAsync("c-1", Cancellation);
        Assert.Equal("NONE", Attribute("c-1", "subscribedOn"));
    }

    [Fact]
    public async Task When_Target_is_away_the_site_can_say_so()
    {
        _target.Faults.Next(TargetOperation.SingleUpdate, Fault.Status(503));
        Assert.False(await Newsletter.TrySubscribeAsync("c-1", ["ski"], Cancellation));
        Assert.Null(_target.GetAccount("acme").FindProfile(TargetId.ThirdPartyId("c-1")));
    }

    [Fact]
    public async Task An_import_says_which_lines_to_correct_and_sends_the_others()
    {
        Subscriber[] export =
        [
            new() { CustomerId = "c-1", Topics = ["ski"] },
            new() { CustomerId = "c/2", Topics = ["ski"] },
            new() { CustomerId = "c-3", Topics = ["sale"] },
        ];
        ImportReport report = await Newsletter.ImportAsync(export, Soon, Cancellation);
        Assert.Equal((2, 0), (report.Updated, report.Failed));
        Assert.Equal([2], report.LinesToCorrect);
        Assert.Equal("sale", Attribute("c-3", "topics"));
    }

    [Fact]
    public async Task Rows_that_Target_does_not_apply_are_counted()
    {
        _target.Faults.Next(TargetOperation.BulkUpdate, BatchFault.FailingRows(1.0));
        ImportReport report = await Newsletter.ImportAsync([new() { CustomerId = "c-1" }], Soon, Cancellation);
        Assert.Equal((0, 1), (report.Updated, report.Failed));
    }

    /// <summary>Polls the status of a batch at a short interval. For a real account the interval is a minute.</summary>
    private static BulkOptions Soon { get; } = new() { StatusInterval = TimeSpan.FromMilliseconds(20) };

    private string? Attribute(string customerId, string name) =>
        _target
            .GetAccount("acme")
            .FindProfile(TargetId.ThirdPartyId(customerId))
            ?.Attributes.GetValueOrDefault(name)
            .Value;
}
