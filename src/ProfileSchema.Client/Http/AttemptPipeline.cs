using System.Net;
using Polly;
using Polly.Retry;
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
    }

    /// <summary>Makes a call in as many attempts as it takes and may have.</summary>
    /// <param name="attempt">Makes an attempt, with <see cref="AttemptAsync"/>.</param>
    /// <exception cref="ProfileRequestException">The last attempt failed.</exception>
    public async Task<TReply> RetryAsync<TReply>(
        CallState state,
        Func<CancellationToken, Task<TReply>> attempt,
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
                    static async (context, attempt) => await attempt(context.CancellationToken).ConfigureAwait(false),
                    context,
                    attempt
                )
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Makes one attempt of a call, with a permit and within its time.</summary>
    /// <exception cref="ProfileRequestException">The attempt took too long, or the quota failed.</exception>
    public async Task<TReply> AttemptAsync<TReply>(
        CallState state,
        Func<CancellationToken, Task<TReply>> send,
        CancellationToken cancellationToken
    )
    {
        QuotaPermit? permit = await AcquireAsync(state, cancellationToken).ConfigureAwait(false);
        try
        {
            state.BegunAt ??= _settings.TimeProvider.GetTimestamp();
            using var timeout = new CancellationTokenSource(state.AttemptTimeout, _settings.TimeProvider);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
            try
            {
                return await send(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
                when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw ConnectionError.TimedOut(_settings.BaseAddress, state.AttemptTimeout);
            }
        }
        finally
        {
            if (permit is not null)
            {
                await _settings.Quota!.ReleaseAsync(permit).ConfigureAwait(false);
            }
        }
    }

    private static CallState Of(ResilienceContext context) => context.Properties.GetValue(State, defaultValue: null!);

    private async ValueTask<QuotaPermit?> AcquireAsync(CallState state, CancellationToken cancellationToken)
    {
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
        outcome.Exception is ProfileRequestException failed
        && (failed.IsTransient || ServiceError.IsTokenRefused(failed.StatusCode))
            ? new AttemptFailure(number, failed.StatusCode, failed.RetryAfter)
            : null;
}
