using System.Net;
using System.Threading.RateLimiting;
using Polly;
using Polly.RateLimiting;
using Polly.Retry;
using Polly.Timeout;

namespace ProfileSchema.Client;

/// <summary>
/// What stands around every attempt of a call: retry → permit → attempt timeout → HTTP. A permit is taken for each attempt,
/// and waiting for it is not the attempt's time.
/// </summary>
internal sealed class AttemptPipeline
{
    private static readonly ResiliencePropertyKey<CallState> State = new(nameof(CallState));

    private readonly ClientSettings _settings;
    private readonly RetryPause _pause;
    private readonly ResiliencePipeline _pipeline;

    public AttemptPipeline(ClientSettings settings)
    {
        _settings = settings;
        _pause = new RetryPause(settings.TimeProvider);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = settings.TimeProvider }
            .AddRetry(
                new RetryStrategyOptions
                {
                    // Each call has a limit of its own.
                    MaxRetryAttempts = int.MaxValue,
                    ShouldHandle = IsRetriedAsync,
                    DelayGenerator = args => new ValueTask<TimeSpan?>(Of(args.Context).NextPause),
                }
            )
            .AddRateLimiter(
                new RateLimiterStrategyOptions { RateLimiter = args => AcquireAsync(Of(args.Context), args.Context) }
            )
            .AddTimeout(
                new TimeoutStrategyOptions
                {
                    TimeoutGenerator = args => new ValueTask<TimeSpan>(Of(args.Context).AttemptTimeout),
                }
            )
            .Build();
    }

    /// <summary>Makes a call in as many attempts as it takes and may have.</summary>
    /// <exception cref="TimeoutRejectedException">The last attempt took too long.</exception>
    /// <exception cref="RateLimiterRejectedException">A limiter of the caller's gives no permit.</exception>
    public async Task<TReply> ExecuteAsync<TReply>(
        CallState state,
        Func<CallState, CancellationToken, Task<TReply>> attempt,
        CancellationToken cancellationToken
    )
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(
            continueOnCapturedContext: false,
            cancellationToken
        );
        context.Properties.Set(State, state);
        try
        {
            return await _pipeline
                .ExecuteAsync(
                    static async (context, call) =>
                    {
                        CallState state = Of(context);
                        state.BegunAt ??= call.Time.GetTimestamp();
                        return await call.Attempt(state, context.CancellationToken).ConfigureAwait(false);
                    },
                    context,
                    (Attempt: attempt, Time: _settings.TimeProvider)
                )
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static CallState Of(ResilienceContext context) => context.Properties.GetValue(State, defaultValue: null!);

    private async ValueTask<RateLimitLease> AcquireAsync(CallState state, ResilienceContext context)
    {
        if (state.Admit is not null)
        {
            await state.Admit(context.CancellationToken).ConfigureAwait(false);
        }

        if (state.Limiter is null)
        {
            return UncountedLease.Instance;
        }

        using CancellationTokenSource? deadline = state.PermitDeadline.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, state.PermitDeadline)
            : null;
        CancellationToken waiting = deadline?.Token ?? context.CancellationToken;
        long startedAt = _settings.TimeProvider.GetTimestamp();
        bool hasWaited = await HasWaitedForAccountAsync(state, waiting).ConfigureAwait(false);

        RateLimitLease lease = state.Limiter.AttemptAcquire();
        if (!lease.IsAcquired)
        {
            lease.Dispose();
            hasWaited = true;
            state.OnWaiting?.Invoke(CallWait.Permit);
            lease = await state.Limiter.AcquireAsync(1, waiting).ConfigureAwait(false);

            try
            {
                // The service may have used the time to say no to another call; the permit stays good for this one.
                await HasWaitedForAccountAsync(state, waiting).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                lease.Dispose();
                throw;
            }
        }

        if (hasWaited)
        {
            ClientTelemetry.RecordWait(_settings.TimeProvider.GetElapsedTime(startedAt).TotalSeconds);
        }

        state.OnWaiting?.Invoke(CallWait.Nothing);
        return lease;
    }

    private static async ValueTask<bool> HasWaitedForAccountAsync(CallState state, CancellationToken cancellationToken)
    {
        if (state.AccountPause is not { Left.Ticks: > 0 } pause)
        {
            return false;
        }

        state.OnWaiting?.Invoke(CallWait.Permit);
        await pause.WaitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<bool> IsRetriedAsync(RetryPredicateArguments<object> args)
    {
        CallState state = Of(args.Context);
        int number = args.AttemptNumber + 1;
        if (Describe(args.Outcome, number) is not { } failure)
        {
            return false;
        }

        HoldAccount(state, failure);

        // However often the call may be made: a source that is not asked anew gives the refused token to every later call.
        if (await IsTokenReplacedAsync(state, failure, args.Context.CancellationToken).ConfigureAwait(false))
        {
            state.NextPause = TimeSpan.Zero;
            return true;
        }

        if (number >= state.MaxAttempts || state.Pause(failure) is not { } pause)
        {
            return false;
        }

        state.NextPause = pause;

        // An attempt that got no permit never began: then it is from here on that time counts.
        long begunAt = state.BegunAt ??= _settings.TimeProvider.GetTimestamp();
        bool isInTime = _settings.TimeProvider.GetElapsedTime(begunAt) + pause <= state.RetryTimeout;
        if (isInTime)
        {
            state.OnWaiting?.Invoke(CallWait.Retry);
        }

        return isInTime;
    }

    // BULK-5: it is the account that is to wait, whether or not this call is made again.
    private void HoldAccount(CallState state, AttemptFailure failure)
    {
        if (failure.Status is HttpStatusCode.ServiceUnavailable)
        {
            state.AccountPause?.Extend(_pause.AfterBudgetUsedUp(failure.RetryAfter));
        }
    }

    // AUTH-3: once a call, and only if the token is another than the one that was refused.
    private async ValueTask<bool> IsTokenReplacedAsync(
        CallState state,
        AttemptFailure failure,
        CancellationToken cancellationToken
    )
    {
        if (!ServiceError.IsTokenRefused(failure.Status) || state.IsTokenReplaced || state.Token is null)
        {
            return false;
        }

        state.IsTokenReplaced = true;
        string token = await _settings
            .TokenSource!.ReplaceAsync(state.Token, _settings.RequestTimeout, _settings.TimeProvider, cancellationToken)
            .ConfigureAwait(false);
        return token != state.Token;
    }

    // What may pass, and a refused token, which may be replaced.
    private static AttemptFailure? Describe(Outcome<object> outcome, int number) =>
        outcome switch
        {
            { Exception: ProfileRequestException failed }
                when failed.IsTransient || ServiceError.IsTokenRefused(failed.StatusCode) => new AttemptFailure(
                number,
                failed.StatusCode,
                failed.RetryAfter
            ),
            { Exception: TimeoutRejectedException } => new AttemptFailure(number, null, null),
            { Exception: RateLimiterRejectedException } => new AttemptFailure(number, null, null),
            { Result: BatchUploadReply reply }
                when reply.IsTransient || ServiceError.IsTokenRefused(reply.StatusCode) => new AttemptFailure(
                number,
                reply.StatusCode,
                reply.RetryAfter
            ),
            _ => null,
        };
}
