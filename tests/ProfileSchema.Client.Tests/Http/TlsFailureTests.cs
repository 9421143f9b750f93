using System.Security.Cryptography.X509Certificates;

namespace ProfileSchema.Client.Tests.Http;

/// <summary>Connections that TLS does not let come about.</summary>
public sealed class TlsFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool, int, string> Certificates =>
        new()
        {
            { "localhost", false, 1, "an issuer that this machine does not trust" },
            { "elsewhere.example", true, 1, "for another host" },
            { "localhost", true, -1, "has expired" },
        };

    [Theory]
    [Trait("Clause", "BULK-6")]
    [MemberData(nameof(Certificates))]
    public async Task UpdateAsync_when_the_certificate_is_not_accepted_reports_why_and_is_not_retried(
        string name,
        bool isTrusted,
        int validDays,
        string why
    )
    {
        await using TlsServer server = TlsServer.Start(name, TimeSpan.FromDays(validDays));
        using HttpClient http = Http(server, isTrusted);
        using var client = new ProfileClient(To(server.Address), http);

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );

        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
        Assert.False(exception.IsTransient);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    [Trait("Clause", "BULK-6")]
    public async Task UpdateManyAsync_when_the_certificate_is_not_accepted_sends_the_file_once()
    {
        await using TlsServer server = TlsServer.Start("localhost", TimeSpan.FromDays(1));
        using var client = new ProfileClient(To(server.Address));

        BulkResult result = await client.UpdateManyAsync([new Member("m1", "x")], null, null, Cancellation);

        Assert.Equal(1, result.NotSent);
        Assert.Single(result.Files[0].Attempts);
        Assert.Contains("does not trust", result.Files[0].FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "BULK-6")]
    public async Task UpdateAsync_to_a_server_without_TLS_reports_that_and_is_not_retried()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        var address = new UriBuilder(server.Address) { Scheme = "https" };
        using var client = new ProfileClient(To(address.Uri));

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );

        Assert.Contains("TLS", exception.Message, StringComparison.Ordinal);
        Assert.False(exception.IsTransient);
    }

    [Fact]
    [Trait("Clause", "BULK-6")]
    public async Task UpdateAsync_when_the_connection_ends_in_the_handshake_may_be_retried()
    {
        await using TlsServer server = TlsServer.StartHangingUp();
        ProfileClientOptions options = To(server.Address);
        options.MaxAttempts = 1;
        using var client = new ProfileClient(options);

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );

        Assert.True(exception.IsTransient);
    }

    private static ProfileClientOptions To(Uri address) => new() { ClientCode = "acme", BaseAddress = address };

    private static HttpClient Http(TlsServer server, bool isTrusted)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        if (isTrusted)
        {
            policy.CustomTrustStore.Add(server.Certificate);
        }

        return new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                SslOptions = { CertificateChainPolicy = policy },
            }
        );
    }
}
