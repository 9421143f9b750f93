using System.Net;
using ProfileSchema.Client.Tests.Spool;

namespace ProfileSchema.Client.Tests.Http;

/// <summary>Answers whose status arrives, and whose body never ends.</summary>
public sealed class UnfinishedAnswerTests : SpoolTest
{
    private static readonly Member[] One = [new("m1", "x")];
    private static readonly Uri Service = new("https://acme.tt.omtrdc.net");

    public static TheoryData<string, int> SmallCalls =>
        new()
        {
            { "update", 503 },
            { "update", 400 },
            { "fetch", 500 },
            { "fetch", 404 },
            { "status", 400 },
            { "session", 403 },
        };

    [Theory]
    [Trait("Clause", "BULK-5")]
    [Trait("Clause", "BULK-6")]
    [InlineData(503, 2, 1)]
    [InlineData(400, 1, 0)]
    public async Task Sending_a_file_when_an_error_page_never_ends_keeps_the_status(int status, int attempts, int kept)
    {
        using ProfileClient client = CreateClient(status);
        DateTimeOffset begunAt = Clock.GetUtcNow();

        BulkResult result = await client.UpdateManyAsync(One, Twice, null, Cancellation);

        Assert.Equal(1, result.Declined);
        Assert.Equal(
            Enumerable.Repeat((BatchOutcome.Declined, (HttpStatusCode?)status), attempts),
            result.Files[0].Attempts.Select(attempt => (attempt.Outcome, attempt.StatusCode))
        );
        Assert.Equal(kept, KeptFiles);
        Assert.InRange(Clock.GetUtcNow() - begunAt, TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    [Fact]
    [Trait("Clause", "AUTH-1")]
    public async Task Sending_a_file_when_the_page_of_a_401_never_ends_ends_the_run()
    {
        using ProfileClient client = CreateClient(401);

        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(One, Twice, null, Cancellation)
        );

        Assert.Equal(1, exception.Result.Declined);
        Assert.Equal(HttpStatusCode.Unauthorized, ((ProfileRequestException)exception.InnerException!).StatusCode);
        Assert.Equal(1, KeptFiles);
    }

    [Fact]
    [Trait("Clause", "BULK-3")]
    [Trait("Clause", "BULK-7")]
    public async Task Sending_a_file_when_the_body_of_a_200_never_ends_waits_for_it_and_leaves_the_file_to_the_next_start()
    {
        using ProfileClient client = CreateClient(200);

        BulkResult result = await client.UpdateManyAsync(One, Twice, null, Cancellation);

        Assert.Equal((1, 2), (result.Unconfirmed, result.Files[0].Attempts.Count));
        Assert.All(
            result.Files[0].Attempts,
            attempt => Assert.True(attempt.EndedAt - attempt.StartedAt >= TimeSpan.FromMinutes(5))
        );
        Assert.Equal(1, KeptFiles);
    }

    [Theory]
    [Trait("Clause", "BULK-6")]
    [MemberData(nameof(SmallCalls))]
    public async Task Small_call_when_an_error_page_never_ends_keeps_the_status(string call, int status)
    {
        using ProfileClient client = CreateClient(status, TimeSpan.FromSeconds(100));

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() => CallAsync(client, call));

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
    }

    [Fact]
    public async Task Small_call_when_its_time_ends_within_an_error_page_keeps_the_status()
    {
        using ProfileClient client = CreateClient(400, TimeSpan.FromSeconds(1));

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() => CallAsync(client, "update"));

        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
    }

    [Fact]
    public async Task Small_call_when_it_is_canceled_within_an_error_page_is_canceled()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using ProfileClient client = CreateClient(400, onStalled: cancel.Cancel);

        Task<SingleUpdateResult> update = client.UpdateAsync(One[0], cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => update);
    }

    private BulkOptions Twice => new() { MaxAttempts = 2, SpoolDirectory = Spool };

    private int KeptFiles => Directory.EnumerateFiles(Spool, "*.batch").Count();

    private ProfileClient CreateClient(int status, TimeSpan? timeout = null, Action? onStalled = null)
    {
        var options = new ProfileClientOptions
        {
            ClientCode = Account,
            BaseAddress = Service,
            TimeProvider = Clock,
        };
        if (timeout is not null)
        {
            (options.RequestTimeout, options.MaxAttempts) = (timeout.Value, 1);
        }

        var answers = new UnfinishedAnswers(Clock, (HttpStatusCode)status, onStalled ?? (static () => { }));
        return new ProfileClient(options, Clock.CreateHttpClient(answers));
    }

    private static Task CallAsync(ProfileClient client, string call) =>
        call switch
        {
            "update" => client.UpdateAsync(One[0], Cancellation),
            "fetch" => client.FetchAsync(ProfileKey.ThirdPartyId("m1"), Cancellation),
            "status" => client.GetBatchStatusAsync(new Uri(Service, "/s"), Cancellation),
            _ => client.UpdateInSessionAsync(One[0], DeliverySession.Start("home"), null, Cancellation),
        };

    private sealed class UnfinishedAnswers(MovedClock clock, HttpStatusCode status, Action onStalled)
        : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.Content is not null)
            {
                await request.Content.CopyToAsync(Stream.Null, cancellationToken);
            }

            return new HttpResponseMessage(status)
            {
                Content = new StreamContent(new StallingBody(clock, "busy"u8.ToArray(), onStalled)),
                RequestMessage = request,
            };
        }
    }

    /// <summary>Gives a few bytes, and nothing after them.</summary>
    private sealed class StallingBody(MovedClock clock, byte[] bytes, Action onStalled) : ReadOnlyStream
    {
        private bool _isStalled;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (!_isStalled)
            {
                _isStalled = true;
                bytes.CopyTo(buffer);
                return bytes.Length;
            }

            onStalled();
            await clock.StallAsync(cancellationToken);
            return 0;
        }
    }
}
