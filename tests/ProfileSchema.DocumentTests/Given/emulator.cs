using Polly;
using Polly.Retry;
using ProfileSchema.Client;
using ProfileSchema.Emulator;

// Calls are tried again at once, where the examples of a page fail them.
await using TargetEmulator target = await TargetEmulator.StartAsync();
using var client = new ProfileClient(
    new ProfileClientOptions
    {
        ClientCode = "acme",
        BaseAddress = target.BaseAddress,
        Resilience = new ResiliencePipelineBuilder()
            .AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder().Handle<ProfileRequestException>(failed => failed.IsTransient),
                    Delay = TimeSpan.Zero,
                }
            )
            .Build(),
    }
);
var soon = new BulkOptions { StatusInterval = TimeSpan.FromMilliseconds(20) };
