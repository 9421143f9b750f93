namespace ProfileSchema.Client.Tests;

/// <summary>Calls that come late to the service, or whose answers come late: often later than the client waits.</summary>
/// <param name="clock">What they are late by.</param>
/// <param name="delays">How long a request takes to the service, and its answer back.</param>
internal sealed class LateCalls(
    MovedClock clock,
    Func<HttpRequestMessage, (TimeSpan ToService, TimeSpan FromService)> delays
) : DelegatingHandler
{
    /// <summary>Of all calls, some: most are later than any call of the client may take.</summary>
    public static LateCalls OfRandom(MovedClock clock, int seed, double rate)
    {
        var random = new Random(seed);
        return new LateCalls(
            clock,
            _ =>
            {
                lock (random)
                {
                    return random.NextDouble() >= rate
                        ? default
                        : random.Next(3) switch
                        {
                            0 => (TimeSpan.FromMinutes(20), TimeSpan.Zero),
                            1 => (TimeSpan.Zero, TimeSpan.FromMinutes(20)),
                            _ => (TimeSpan.Zero, TimeSpan.FromSeconds(20)),
                        };
                }
            }
        );
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        (TimeSpan toService, TimeSpan fromService) = delays(request);
        if (toService > TimeSpan.Zero)
        {
            await Task.Delay(toService, clock, cancellationToken);
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (fromService > TimeSpan.Zero)
        {
            try
            {
                await Task.Delay(fromService, clock, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                response.Dispose();
                throw;
            }
        }

        return response;
    }
}
