using System.Net;
using Microsoft.Extensions.Options;
using ProfileSchema.Client;

namespace PointOfSale;

/// <summary>Sends the profiles of the members in the queue, and empties the queue before the service ends.</summary>
internal sealed partial class ProfileSender(
    PendingMembers pending,
    LoyaltyLedger ledger,
    ProfileClient client,
    TargetHealth health,
    TimeProvider time,
    IOptions<QueueOptions> options,
    ILogger<ProfileSender> logger
) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _draining = new();
    private readonly CancellationTokenSource _ending = new();
    private Task _sending = Task.CompletedTask;
    private int _givenUp;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _sending = Task.WhenAll(Enumerable.Range(0, options.Value.Senders).Select(_ => SendAllAsync(_ending.Token)));
        return Task.CompletedTask;
    }

    /// <summary>Sends the profiles in the queue until the shutdown timeout. The web server has already stopped.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        pending.Close();
        await _draining.CancelAsync();
        try
        {
            await _sending.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await _ending.CancelAsync();
            await _sending;
        }

        int left = pending.Count + _givenUp;
        if (left > 0)
        {
            LogLeft(left);
        }
    }

    public void Dispose()
    {
        _draining.Dispose();
        _ending.Dispose();
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (string memberId in pending.TakeAllAsync(cancellationToken))
            {
                bool isSent;
                do
                {
                    pending.Begin(memberId);
                    isSent = await TrySendAsync(memberId, cancellationToken);
                } while (!pending.TryEnd(memberId));

                if (!isSent && _draining.IsCancellationRequested)
                {
                    Interlocked.Increment(ref _givenUp);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The shutdown timeout has passed. The remaining profiles are counted.
        }
    }

    /// <summary>Sends one profile and retries while the service runs. During shutdown it is sent once.</summary>
    private async Task<bool> TrySendAsync(string memberId, CancellationToken cancellationToken)
    {
        while (ledger.Find(memberId) is { } profile)
        {
            try
            {
#pragma warning disable PRF101 // Purchases arrive one by one and must not wait for a batch.
                await client.UpdateAsync(profile, cancellationToken);
#pragma warning restore PRF101
                health.Succeeded();
                return true;
            }
            catch (ProfileRequestException exception)
            {
                // The client has already retried. The message contains no ID.
                health.Failed(exception.Message);
                LogFailed(exception.Message);
                if (!IsTransient(exception) || _draining.IsCancellationRequested)
                {
                    return false;
                }
            }

            await RestAsync();
        }

        return true;
    }

    /// <summary>A declined token can be replaced while the service runs.</summary>
    private static bool IsTransient(ProfileRequestException exception) =>
        exception.IsTransient || exception.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    private async Task RestAsync()
    {
        try
        {
            await Task.Delay(options.Value.Pause, time, _draining.Token);
        }
        catch (OperationCanceledException)
        {
            // The service is shutting down: send once more, without a delay.
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A profile was not sent. {Reason}")]
    private partial void LogFailed(string reason);

    [LoggerMessage(2, LogLevel.Error, "{Count} profiles were not sent before the service ended.")]
    private partial void LogLeft(int count);
}
