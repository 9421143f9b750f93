using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Requests;

/// <summary>A pipeline of the caller's in place of the client's own retries.</summary>
public sealed class ResilienceTests : EmulatorTest
{
    private static readonly PredicateBuilder<object> PassingFailure =
        new PredicateBuilder().Handle<ProfileRequestException>(failure => failure.IsTransient);

    private static readonly ResiliencePipeline FiveAtOnce = new ResiliencePipelineBuilder()
        .AddRetry(
            new RetryStrategyOptions
            {
                ShouldHandle = PassingFailure,
                MaxRetryAttempts = 4,
                Delay = TimeSpan.Zero,
            }
        )
        .Build();

    [Fact]
    public async Task Its_attempts_take_the_place_of_our_own_for_every_call()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var budget = new ProfileAccountBudget();
        ProfileClient client = CreateClient(
            emulator,
            options => (options.Resilience, options.Budget, options.MaxAttempts) = (FiveAtOnce, budget, 1)
        );
        Fault[] faults = [.. Enumerable.Repeat(Fault.Status(500), 4)];
        emulator.Faults.Next(TargetOperation.SingleUpdate, faults);
        Assert.True((await client.UpdateAsync(new Member("m1", "x"), Cancellation)).IsSubmitted);
        emulator.Faults.Next(TargetOperation.BulkUpdate, faults);
        BulkResult result = await client.UpdateManyAsync([new Member("m1", "x")], Soon, null, Cancellation);
        Assert.Equal(5, result.Files.Single().Attempts.Count);
        Assert.Equal(1, result.Updated);
        emulator.Faults.Next(TargetOperation.Fetch, faults);
        Assert.NotNull(await client.FetchAsync(ProfileKey.ThirdPartyId("m1"), Cancellation));
        // Every attempt took a permit.
        Assert.Equal(1_000_000 - 5, budget.SingleUpdates.GetStatistics()!.CurrentAvailablePermits);
        Assert.True(budget.Uploads.GetStatistics()!.CurrentAvailablePermits <= 50 - 5);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task After_a_503_its_next_attempt_waits_for_the_account()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock, options => options.Resilience = FiveAtOnce);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(503));
        BulkResult result = await client.UpdateManyAsync([new Member("m1", "x")], null, null, Cancellation);
        Assert.Equal((1, 2), (result.Updated, result.Files.Single().Attempts.Count));
        Assert.True(emulator.Calls[1].ReceivedAt - emulator.Calls[0].ReceivedAt >= TimeSpan.FromSeconds(65));
    }

    [Fact]
    public async Task What_it_gives_up_on_ends_as_without_it()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator, options => options.Resilience = ResiliencePipeline.Empty);
        emulator.Faults.Next(TargetOperation.SingleUpdate, Fault.Status(500));
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );
        Assert.Equal((HttpStatusCode.InternalServerError, true), (exception.StatusCode, exception.IsTransient));
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(503));
        BulkResult refused = await client.UpdateManyAsync([new Member("m1", "x")], Soon, null, Cancellation);
        Assert.Equal((1, 1), (refused.Declined, refused.Files.Single().Attempts.Count));
    }

    [Fact]
    [Trait("Clause", "AUTH-3")]
    public async Task A_refused_token_is_replaced_all_the_same()
    {
        int asked = 0;
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "token-2" });
        ProfileClient client = CreateClient(
            emulator,
            options =>
            {
                options.Resilience = ResiliencePipeline.Empty;
                options.TokenSource = ProfileTokenSource.FromDelegate(_ => Task.FromResult($"token-{++asked}"));
            }
        );
        BulkResult result = await client.UpdateManyAsync([new Member("m1", "x")], Soon, null, Cancellation);
        Assert.Equal((1, 2), (result.Updated, asked));
    }

    [Theory]
    [Trait("Clause", "AUTH-1")]
    [InlineData(null)]
    [InlineData("not-the-token")]
    public async Task A_call_that_is_not_let_in_does_not_pass_later_and_is_not_tried_again(string? token)
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "s3cret" });
        ProfileClient client = CreateClient(
            emulator,
            options =>
            {
                options.Resilience = FiveAtOnce;
                options.TokenSource = token is null ? null : ProfileTokenSource.Fixed(token);
            }
        );
        var refused = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );
        Assert.Equal((HttpStatusCode.Forbidden, false), (refused.StatusCode, refused.IsTransient));
        var ended = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync([new Member("m1", "x")], Soon, null, Cancellation)
        );
        Assert.Single(ended.Result.Files.Single().Attempts);
        Assert.Equal(2, emulator.CallCount);
    }

    [Fact]
    public async Task Its_own_exceptions_reach_the_caller_and_end_a_run_with_a_truthful_result()
    {
        ResiliencePipeline breaker = new ResiliencePipelineBuilder()
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    ShouldHandle = PassingFailure,
                    MinimumThroughput = 2,
                    FailureRatio = 1,
                    BreakDuration = TimeSpan.FromHours(1),
                }
            )
            .Build();
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator, options => options.Resilience = breaker);
        emulator.Faults.Next(TargetOperation.SingleUpdate, Fault.Status(500), Fault.Status(500));
        for (int i = 0; i < 2; i++)
        {
#pragma warning disable PRF101 // It is about single calls that follow each other.
            await Assert.ThrowsAsync<ProfileRequestException>(() =>
                client.UpdateAsync(new Member("m1", "x"), Cancellation)
            );
#pragma warning restore PRF101
        }

        await Assert.ThrowsAsync<BrokenCircuitException>(() => client.UpdateAsync(new Member("m1", "x"), Cancellation));
        var ended = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync([new Member("m1", "x")], Soon, null, Cancellation)
        );
        Assert.IsType<BrokenCircuitException>(ended.InnerException);
        Assert.Equal((1, 1), (ended.Result.Read, ended.Result.NotSent));
        Assert.Equal(2, emulator.CallCount);
    }
}
