using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using ProfileSchema.Client.Bulk;
using ProfileSchema.Client.Telemetry;

namespace ProfileSchema.Client.Http;

/// <summary>
/// What stands around every attempt of a call: retry → permit → attempt timeout → HTTP. A permit is taken for each attempt,
/// and waiting for it is not the attempt's time.
/// </summary>
internal sealed class AttemptPipeline
{
    private static readonly ResiliencePropertyKey<CallState> State = new(nameof(CallState));

    private readonly SenderSettings _settings;
    private readonly RetryDelays _delays;
    private readonly ResiliencePipeline _retries;
    private readonly ResiliencePipeline _timeout;

    public AttemptPipeline(SenderSettings settings)
    {
        _settings = settings;
        _delays = new RetryDelays(settings.TimeProvider);
        _retries = new ResiliencePipelineBuilder { TimeProvider = settings.TimeProvider }
            .AddRetry(
                new RetryStrategyOptions
                {
                    // Each call has a limit of its own.
                    MaxRetryAttempts = int.MaxValue,
                    ShouldHandle = IsRetriedAsync,
                    DelayGenerator = args => new ValueTask<TimeSpan?>(Of(args.Context).NextPause),
                }
            )
            .Build();
        _timeout = new ResiliencePipelineBuilder { TimeProvider = settings.TimeProvider }
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
            return await _retries
                .ExecuteAsync(
                    static (context, call) => call.Pipeline.AttemptAsync(call.Attempt, context),
                    context,
                    (Pipeline: this, Attempt: attempt)
                )
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static CallState Of(ResilienceContext context) => context.Properties.GetValue(State, defaultValue: null!);

    private async ValueTask<TReply> AttemptAsync<TReply>(
        Func<CallState, CancellationToken, Task<TReply>> attempt,
        ResilienceContext context
    )
    {
        CallState state = Of(context);
        QuotaPermit? permit = await AcquireAsync(state, context.CancellationToken).ConfigureAwait(false);
        try
        {
            state.BegunAt ??= _settings.TimeProvider.GetTimestamp();
            return await _timeout
                .ExecuteAsync(
                    static async (context, attempt) =>
                        await attempt(Of(context), context.CancellationToken).ConfigureAwait(false),
                    context,
                    attempt
                )
                .ConfigureAwait(false);
        }
        finally
        {
            if (permit is not null)
            {
                await _settings.Quota!.ReleaseAsync(permit).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<QuotaPermit?> AcquireAsync(CallState state, CancellationToken cancellationToken)
    {
        if (state.Admit is not null)
        {
            await state.Admit(cancellationToken).ConfigureAwait(false);
        }

        if (_settings.Quota is not { } quota || state.Quota is not { } kind)
        {
            return null;
        }

        using CancellationTokenSource? deadline = state.PermitDeadline.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, state.PermitDeadline)
            : null;
        long startedAt = _settings.TimeProvider.GetTimestamp();
        ValueTask<QuotaPermit> permit = quota.AcquireAsync(kind, deadline?.Token ?? cancellationToken);
        bool hasToWait = !permit.IsCompleted;
        if (hasToWait)
        {
            state.OnWaiting?.Invoke(CallWait.Quota);
        }

        QuotaPermit granted = await permit.ConfigureAwait(false);
        if (hasToWait)
        {
            ClientTelemetry.RecordWait(_settings.TimeProvider.GetElapsedTime(startedAt).TotalSeconds);
        }

        state.OnWaiting?.Invoke(CallWait.Nothing);
        return granted;
    }

    private async ValueTask<bool> IsRetriedAsync(RetryPredicateArguments<object> args)
    {
        CallState state = Of(args.Context);
        int number = args.AttemptNumber + 1;
        if (Describe(args.Outcome, number) is not { } failure)
        {
            return false;
        }

        await ReportThrottledAsync(state, failure, args.Context.CancellationToken).ConfigureAwait(false);

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

    // BULK-5: it is the account that waits, whether or not this call is made again.
    private ValueTask ReportThrottledAsync(
        CallState state,
        AttemptFailure failure,
        CancellationToken cancellationToken
    ) =>
        failure.Status is HttpStatusCode.ServiceUnavailable
        && state.Quota is (QuotaKind.Upload or QuotaKind.Status)
        && _settings.Quota is { } quota
            ? quota.ReportThrottledAsync(_delays.AfterThrottled(failure.RetryAfter), cancellationToken)
            : ValueTask.CompletedTask;

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
            { Result: BatchUploadReply reply }
                when reply.IsTransient || ServiceError.IsTokenRefused(reply.StatusCode) => new AttemptFailure(
                number,
                reply.StatusCode,
                reply.RetryAfter
            ),
            _ => null,
        };
}
