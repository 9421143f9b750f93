using System.Net;
using ProfileSchema.Client;

namespace ProfileSchema.SampleTests;

/// <summary>What a consumer needs to replace the client in a test: a mock without options, and results of its own making.</summary>
public sealed class MockedClientTests
{
    private static readonly Uri StatusUrl = new("https://acme.tt.omtrdc.net/status?batchId=1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_method_of_a_mock_without_options_returns_a_result_made_by_an_initializer()
    {
        using ProfileClient client = new Mock();
        Visitor[] visitors = [new("v1")];

        SingleUpdateResult single = await client.UpdateAsync(visitors[0], Cancellation);
        BulkResult bulk = await client.UpdateManyAsync(visitors, cancellationToken: Cancellation);
        BulkResult streamed = await client.UpdateManyAsync(
            visitors.ToAsyncEnumerable(),
            cancellationToken: Cancellation
        );
        BulkResult sent = await client.SendBatchFileAsync(Stream.Null, cancellationToken: Cancellation);
        BulkResult finished = await client.FinishSpoolAsync(new BulkOptions(), cancellationToken: Cancellation);
        SessionUpdateResult session = await client.UpdateInSessionAsync(
            visitors[0],
            DeliverySession.Start("home"),
            cancellationToken: Cancellation
        );
        BatchStatus status = await client.GetBatchStatusAsync(StatusUrl, Cancellation);
        BatchStatus followed = await client.FollowBatchAsync(StatusUrl, cancellationToken: Cancellation);
        FetchedProfile? fetched = await client.FetchAsync(ProfileKey.ThirdPartyId("v1"), Cancellation);
        VerifyResult verified = await client.VerifyAsync(visitors, cancellationToken: Cancellation);

        Assert.True(single.IsSubmitted);
        Assert.All([bulk, streamed, sent, finished], result => Assert.Equal(1, result.Updated));
        Assert.Equal(BatchOutcome.Accepted, Assert.Single(bulk.Files).Outcome);
        Assert.True(session.IsSent);
        Assert.False(status.IsCompleted);
        Assert.True(followed.IsCompleted);
        Assert.Equal("Bern", fetched!.Attributes["city"].Value);
        Assert.True(verified.IsVerified);
        Assert.Equal(1, Assert.Single(verified.Parameters).Equal);
    }

    [Fact]
    public async Task A_method_that_a_mock_does_not_override_says_so()
    {
        using ProfileClient client = new Empty();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            client.FetchAsync(ProfileKey.ThirdPartyId("v1"), Cancellation)
        );

        Assert.Contains("Override the method", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_public_method_of_the_client_can_be_overridden()
    {
        string[] fixedMethods =
        [
            .. typeof(ProfileClient)
                .GetMethods()
                .Where(method => method.DeclaringType != typeof(object) && (!method.IsVirtual || method.IsFinal))
                .Select(method => method.Name),
        ];

        // Dispose calls the virtual Dispose(bool).
        Assert.Equal(["Dispose"], fixedMethods);
    }

    [Fact]
    public void Results_that_no_method_returns_are_made_by_an_initializer_too()
    {
        var drift = new ProfileDrift
        {
            SentButUnknown = ["tier"],
            DifferentInCase = [new CaseDifference("city", "City")],
        };
        var progress = new BulkProgress
        {
            Read = 2,
            Sent = 1,
            WaitingFor = BulkWait.Retry,
        };
        var tally = new ParameterTally { Name = "city", Missing = 1 };

        Assert.True(drift.HasDrift);
        Assert.Equal(
            progress with
            {
                Sent = 2,
            },
            new BulkProgress
            {
                Read = 2,
                Sent = 2,
                WaitingFor = BulkWait.Retry,
            }
        );
        Assert.Equal("city: 0 equal, 0 different, 1 missing, 0 not yet", tally.ToString());
    }

    private sealed class Empty : ProfileClient;

    private sealed class Mock : ProfileClient
    {
        private static readonly BulkResult Bulk = new()
        {
            Read = 1,
            Accepted = 1,
            Updated = 1,
            Files =
            [
                new BulkFileResult
                {
                    Number = 1,
                    Rows = 1,
                    EndPosition = 1,
                    Outcome = BatchOutcome.Accepted,
                    Attempts = [new BulkAttempt { Outcome = BatchOutcome.Accepted, StatusCode = HttpStatusCode.OK }],
                    StatusUrl = StatusUrl,
                    Updated = 1,
                },
            ],
        };

        public override Task<SingleUpdateResult> UpdateAsync<T>(
            T profile,
            ProfileContract<T> contract,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(new SingleUpdateResult { IsSubmitted = true, PcId = ProfileKey.PcId("1.28_0") });

        public override Task<BulkResult> UpdateManyAsync<T>(
            IEnumerable<T> profiles,
            ProfileContract<T> contract,
            BulkOptions? options = null,
            IProgress<BulkProgress>? progress = null,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(Bulk);

        public override Task<BulkResult> UpdateManyAsync<T>(
            IAsyncEnumerable<T> profiles,
            ProfileContract<T> contract,
            BulkOptions? options = null,
            IProgress<BulkProgress>? progress = null,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(Bulk);

        public override Task<BulkResult> SendBatchFileAsync(
            Stream file,
            BulkOptions? options = null,
            IProgress<BulkProgress>? progress = null,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(Bulk);

        public override Task<BulkResult> FinishSpoolAsync(
            BulkOptions options,
            IProgress<BulkProgress>? progress = null,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(Bulk);

        public override Task<SessionUpdateResult> UpdateInSessionAsync<T>(
            T profile,
            ProfileContract<T> contract,
            DeliverySession session,
            SessionUpdateOptions? options = null,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(new SessionUpdateResult { IsSent = true, RequestId = "r1" });

        public override Task<BatchStatus> GetBatchStatusAsync(
            Uri statusUrl,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(new BatchStatus { State = BatchState.Incomplete, Consumed = 0 });

        public override Task<BatchStatus> FollowBatchAsync(
            Uri statusUrl,
            FollowBatchOptions? options = null,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(new BatchStatus { State = BatchState.Complete, Updated = 1 });

        public override Task<FetchedProfile?> FetchAsync(
            ProfileKey key,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult<FetchedProfile?>(
                new FetchedProfile
                {
                    Attributes = new Dictionary<string, FetchedValue> { ["city"] = new() { Value = "Bern" } },
                }
            );

        public override Task<VerifyResult> VerifyAsync<T>(
            IEnumerable<T> sample,
            ProfileContract<T> contract,
            VerifyOptions? options = null,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult(
                new VerifyResult
                {
                    Profiles =
                    [
                        new VerifiedProfile
                        {
                            Verdict = ProfileVerdict.Equal,
                            Parameters = [new VerifiedParameter { Name = "city", Verdict = ParameterVerdict.Equal }],
                        },
                    ],
                }
            );
    }

    /// <summary>A profile without the generator, which a consumer has from the package.</summary>
    private sealed record Visitor(string Id) : IProfile<Visitor>
    {
        public static ProfileContract<Visitor> Contract { get; } = new VisitorContract();
    }

    private sealed class VisitorContract()
        : ProfileContract<Visitor>(
            nameof(Visitor),
            ProfileKeyKind.ThirdPartyId,
            [new ProfileParameter("city", typeof(string))]
        )
    {
        public override void Write(ref ProfileWriter writer, in Visitor profile)
        {
            writer.WriteKey(profile.Id);
            writer.Write("city"u8, "Bern");
        }
    }
}
